/** A tool whose identity can be told: another fingerprint, another result for the same input. */
export interface Fingerprinted {
  readonly fingerprint: string;
}

/**
 * One step: what it needs, which tools and which slice of the rules it uses, and how it computes its one artifact.
 * `run` receives only what is declared, so the content key (stage-key.ts) covers everything that can matter.
 * Bump `version` whenever the same inputs may give another output.
 */
export interface StageSpec<
  Artifacts extends object,
  Tools extends { [Name in keyof Tools]: Fingerprinted },
  Pipeline,
  Name extends keyof Artifacts & string,
  Need extends keyof Artifacts & string,
  Use extends keyof Tools & string,
  Rules,
  Look extends Need = never,
> {
  readonly name: Name;
  readonly version: number;
  readonly needs: readonly Need[];
  readonly uses: readonly Use[];
  /** The inputs by which the rules are selected. They are loaded for every document, also where nothing is to be computed: small ones. */
  readonly looksAt?: readonly Look[];
  /** The slice of the definitions this stage depends on. Return existing objects: their digest is remembered by identity. */
  readonly selectRules: (pipeline: Pipeline, inputs: Pick<Artifacts, Look>) => Rules;
  readonly run: (context: {
    readonly inputs: Pick<Artifacts, Need>;
    readonly tools: Pick<Tools, Use>;
    readonly rules: Rules;
    readonly signal: AbortSignal;
  }) => Promise<Artifacts[Name]> | Artifacts[Name];
  /** False for a result that another try may better (a page that timed out): it is used, but never remembered. */
  readonly isFinal?: (artifact: Artifacts[Name]) => boolean;
}
