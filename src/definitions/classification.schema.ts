import { z } from 'zod';

/** What a page's layout can show; measured in `stages/classify/layout-traits.ts`, weighed per type in `classification.yaml`. */
export const layoutTraitSchema = z.enum([
  'machine-readable-zone',
  'amounts',
  'amount-columns',
  'form-fields',
  'questions',
  'prose',
  'quotations',
  'narrow-columns',
  'little-text',
  'picture',
  'blank',
  'one-page',
  'many-pages',
  'photo-of-person',
  'letter-shape',
]);
export type LayoutTrait = z.infer<typeof layoutTraitSchema>;

/** How an organisation's corrections are learned from. */
const learningSchema = z.strictObject({
  /** Fewer corrected papers teach chance. */
  fewestPapers: z.number().int().positive(),
  /** Share of the known papers that may come out worse by chance when something is learned. */
  toleratedLoss: z.number().min(0).max(0.05),
});
export type Learning = z.infer<typeof learningSchema>;

const weight = z.number();

/** `classification.yaml`: how the evidence for a type is weighed and when the answer needs a human. */
export const classificationSchema = z.strictObject({
  /** The type of papers that are no evidence; also the answer where nothing speaks for any type. */
  unknownType: z.string(),
  /** A decision below this confidence goes to a human. Chosen from the risk–coverage curve. */
  reviewBelow: z.number().min(0).max(1),
  /** Cue files that apply to a paper in any language: bilingual forms are common. */
  commonLanguages: z.array(z.string()),
  cues: z.strictObject({
    /** Log-odds of one perfect hit of each kind; further hits of the same kind count `repeat` times the one before. */
    title: weight,
    phrase: weight,
    word: weight,
    against: weight,
    repeat: z.number().min(0).max(1),
    /** The most that vocabulary alone may say. */
    wordLimit: weight,
    phraseLimit: weight,
    /** Factor on cues of a language that is not the paper's own. */
    foreign: z.number().min(0).max(1),
  }),
  /** Lines that begin like this name other papers (lists of attachments); cues on them count `mentionFactor` times. */
  mentions: z.array(z.string()),
  mentionFactor: z.number().min(0).max(1),
  /** Log-odds of the unknown type when no evidence is there. */
  unknownBias: weight,
  /** Factor on the trained model's log-odds, the most it may say, and the share of known wording from which it is fully trusted; `untaught`: trust in a language without training papers. */
  model: z.strictObject({
    weight,
    limit: weight,
    coverage: z.number().positive().max(1),
    untaught: z.number().min(0).max(1),
  }),
  learning: learningSchema,
  traits: z.array(z.strictObject({ trait: layoutTraitSchema, type: z.string(), weight })),
  /** Divides the log-odds before they become probabilities. */
  temperature: z.number().positive(),
  /** Words read less surely than `below` (mean, 0..1) say less: each hundredth missing adds `slope` hundredths of the temperature to it. */
  doubtfulReading: z.strictObject({ below: z.number().min(0).max(1), slope: z.number().min(0) }),
  /** Raw probability → share that was right among held-back papers; straight lines in between. */
  calibration: z.array(z.strictObject({ raw: z.number(), right: z.number() })).min(2),
});
export type Classification = z.infer<typeof classificationSchema>;
