/** The pipeline that is used when none is named. */
export const DEFAULT_PIPELINE = 'humanitarian-permit';
