/** Exit statuses of the published contract. */
export const EXIT = {
  /** Every file gave a result, also when some need review. */
  good: 0,
  /** One or more files failed; the rest are done. */
  someFailed: 1,
  /** The command was called wrongly, or a pipeline file is wrong. */
  wrongUse: 2,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
