export { explain, trouble, Trouble } from '@baogong/operation';
