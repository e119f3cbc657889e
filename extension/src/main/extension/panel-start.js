import {main} from './panel.js';

main([]);
