import {main} from './options.js';

main([]);
