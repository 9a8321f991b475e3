import type { ColumnType, Generated } from 'kysely';
import type { BigNumber, Instant, Made, Nullable, Sealed } from '../column-types.ts';

/** The tables of translations, for Kysely. What each is for stands in `migrations/0004-translations.ts`. */
export interface TranslationTables {
  translators: {
    person_id: string;
    pairs: ColumnType<unknown, string, string>;
    sworn_court: Nullable<string>;
    sworn_until: Nullable<string>;
    most: number;
    absent_until: Nullable<string>;
    changed_at: Made<Instant>;
  };
  translation_orders: {
    id: string;
    case_id: string;
    file_id: string;
    page_from: number;
    page_to: number;
    document: string;
    type: Nullable<string>;
    language: Nullable<string>;
    target: string;
    is_sworn: boolean;
    is_urgent: Generated<boolean>;
    rule: Nullable<string>;
    state: string;
    because: Nullable<string>;
    translator_id: Nullable<string>;
    due_on: string;
    made_by: Nullable<string>;
    made_at: Made<Instant>;
    asked_at: Nullable<Instant>;
    delivered_at: Nullable<Instant>;
    settled_at: Nullable<Instant>;
    sent_back: Generated<number>;
    reminded_on: Nullable<string>;
    delivery_id: Nullable<string>;
    translation_file: Nullable<string>;
    filed_at: Nullable<Instant>;
  };
  translation_events: {
    seq: Made<BigNumber>;
    order_id: string;
    at: Made<Instant>;
    kind: string;
    actor: string;
    person: Nullable<string>;
    code: Nullable<string>;
    text: Nullable<Sealed>;
  };
  translation_deliveries: {
    id: string;
    order_id: string;
    name: Sealed;
    sha256: string;
    media_type: string;
    size_bytes: BigNumber;
    bytes: Nullable<Sealed>;
    state: Generated<string>;
    failure: Nullable<string>;
    page_count: Nullable<number>;
    content: Nullable<Sealed>;
    remark: Nullable<Sealed>;
    differences: Nullable<number>;
    uploaded_at: Made<Instant>;
    delivered_at: Nullable<Instant>;
  };
}
