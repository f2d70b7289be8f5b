/**
 * Is told what is being done.
 *
 * @param long whether this alone is likely to take more than a second
 */
export type Progress = (what: string, long?: boolean) => void;
