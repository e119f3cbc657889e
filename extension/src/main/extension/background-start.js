import {main} from './background.js';

main([]);
