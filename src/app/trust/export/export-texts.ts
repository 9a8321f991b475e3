import type { AuditAction } from '#domain/audit.ts';
import type { CaseState } from '#domain/case-state.ts';
import type { Decidable, Decision } from '#domain/decisions.ts';
import type { FileState } from '#domain/ledger.ts';
import type { OrderEventKind, OrderState } from '#domain/translation-order.ts';
import type { WayIn } from '#ports/received-files.ts';

/** What the page of an export says in one language. */
export interface ExportTexts {
  readonly title: string;
  readonly otherLanguage: string;
  readonly intro: (day: string, caseName: string) => string;
  readonly onlyAbout: (person: string) => string;
  readonly controller: string;
  readonly toFillIn: string;
  readonly contents: { readonly heading: string; readonly lines: readonly (readonly [string, string])[] };
  readonly files: {
    readonly heading: string;
    readonly about: string;
    readonly columns: readonly [string, string, string, string, string];
    readonly states: Readonly<Record<FileState, string>>;
    readonly ways: Readonly<Record<WayIn, string>>;
    readonly noOriginal: string;
    readonly damaged: string;
  };
  readonly papers: {
    readonly heading: string;
    readonly about: string;
    readonly facts: Readonly<
      Record<'type' | 'language' | 'issued' | 'issuer' | 'score' | 'flags' | 'fields' | 'text', string>
    >;
    readonly unclear: string;
    readonly none: string;
    readonly pages: (from: number, to: number) => string;
    readonly read: string;
  };
  readonly decisions: {
    readonly heading: string;
    readonly about: string;
    readonly none: string;
    readonly kinds: Readonly<Record<Decision['kind'], string>>;
    readonly fields: Readonly<Record<Decidable, string>>;
  };
  readonly orders: {
    readonly heading: string;
    readonly about: string;
    readonly none: string;
    readonly sworn: string;
    /** File, pages, from and into which language, until when. */
    readonly line: (file: string, pages: string, pair: string, day: string) => string;
    readonly states: Readonly<Record<OrderState, string>>;
    readonly events: Readonly<Record<OrderEventKind, string>>;
  };
  readonly audit: {
    readonly heading: string;
    readonly about: string;
    readonly actions: Readonly<Record<AuditAction, string>>;
  };
  readonly law: { readonly heading: string; readonly lines: readonly string[] };
  readonly retention: {
    readonly states: Readonly<Record<CaseState, string>>;
    readonly until: (day: string) => string;
    readonly undecided: string;
    readonly backups: (count: number) => string;
  };
  readonly missing: (count: number) => string;
  readonly hashes: string;
}
