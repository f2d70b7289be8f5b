/** The residency rules as a plain function: no CDK behind it. The CDK faces are `pack` and `acknowledgements`. */
export { judge } from './judge';
export { describePlace, partitionOf } from './place';
export { CDN_PERIMETER, DEFAULT_POLICY } from './policy';
export { reachOf, type Reach } from './reach';
export type { Rule } from './rule';
export { RULES } from './rules';
export type * from './types';
