import type { Echoes } from './echoes.ts';
import type { HeadLine } from './head-lines.ts';

/** What a name is weighed in: the lines around it, and what is known of the paper. */
export interface HeadContext {
  readonly lines: readonly HeadLine[];
  /** The same name in a signature, a foot or an address is a vote. */
  readonly echoes: Echoes;
  readonly isRightToLeft: boolean;
  /** Kinds of issuer that are a person: a name stands above the profession. */
  readonly personalKinds: ReadonlySet<string>;
  /** Kinds of issuer that papers of this type come from as a rule. */
  readonly usualKinds: ReadonlySet<string>;
}
