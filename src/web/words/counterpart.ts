/**
 * The same words in the other language: every key of the French catalogue and no other. English has no plural of the many
 * (`_many`, which French has for millions), so that form is not asked for.
 */
export type Counterpart<Words> = {
  readonly [Key in keyof Words as Key extends `${string}_many` ? never : Key]: Words[Key] extends string
    ? string
    : Counterpart<Words[Key]>;
};
