import type { KnownPair } from '#domain/case-paper.ts';
import type { FailureCode } from '#domain/failure.ts';
import type { FoundDate } from '#domain/findings.ts';
import type { DocumentPage } from '#domain/page-reading.ts';
import type {
  CancelReason,
  NoTranslator,
  OrderAct,
  OrderEventKind,
  OrderState,
  TranslationDifference,
} from '#domain/translation-order.ts';
import type { TranslatorAtWork, TranslatorProfile } from '#domain/translator.ts';

/** A paper that is to be translated, as it stands. */
export interface TranslationOrder {
  readonly id: string;
  readonly caseId: string;
  readonly teamId: string;
  /** The paper: file and first page; what the translator sees are these pages. */
  readonly fileId: string;
  readonly pages: { readonly from: number; readonly to: number };
  readonly document: string;
  readonly type: string | null;
  readonly language: string | null;
  readonly into: string;
  readonly isSworn: boolean;
  readonly isUrgent: boolean;
  /** Of `routing.yaml`; null when a person ordered it. */
  readonly rule: string | null;
  readonly state: OrderState;
  readonly because: NoTranslator | CancelReason | null;
  readonly translatorId: string | null;
  readonly dueOn: string;
  readonly madeAt: Date;
  readonly askedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly settledAt: Date | null;
  /** How often it was sent back. */
  readonly sentBack: number;
  /** The day of the last reminder. */
  readonly remindedOn: string | null;
  readonly deliveryId: string | null;
  readonly translationFile: string | null;
  readonly filedAt: Date | null;
}

export type NewOrder = Pick<
  TranslationOrder,
  'caseId' | 'fileId' | 'pages' | 'document' | 'type' | 'language' | 'into' | 'isSworn' | 'isUrgent' | 'rule' | 'dueOn'
> & { readonly madeBy: string | null; readonly assignment: OrderAssignment };

/** Who is asked; or why nobody is. */
export type OrderAssignment =
  | { readonly personId: string }
  | { readonly personId: null; readonly because: NoTranslator };

/** What happened to an order. */
export interface OrderEvent {
  readonly at: Date;
  readonly kind: OrderEventKind;
  /** Who did it: a person's id, or what stands for the machine. */
  readonly actor: string;
  /** Whom it is about, if it is not who did it. */
  readonly person: string | null;
  /** Why, or a day. */
  readonly code: string | null;
  /** What somebody wrote. */
  readonly text: string | null;
}

/** What changes with an act. */
export interface OrderChange {
  readonly act: OrderAct;
  /** Only while it stands so. */
  readonly onlyFrom?: OrderState;
  readonly assignment?: OrderAssignment;
  readonly because?: CancelReason;
  readonly dueOn?: string;
  readonly isSworn?: boolean;
  readonly language?: string;
  /** What somebody wrote about it. */
  readonly text?: string | null;
  /** Which upload is delivered. */
  readonly deliveryId?: string;
}

/** What a translator uploaded, as it was read: null until it was. */
export interface DeliveryContent {
  readonly pages: readonly DocumentPage[];
  readonly dates: readonly FoundDate[];
  readonly differences: readonly TranslationDifference[];
}

export interface Delivery {
  readonly id: string;
  readonly orderId: string;
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly state: 'waiting' | 'read' | 'failed';
  readonly failure: FailureCode | null;
  readonly content: DeliveryContent | null;
  readonly remark: string | null;
  readonly uploadedAt: Date;
  readonly deliveredAt: Date | null;
}

/** A translator as a list shows them; no profile: nobody said yet what they translate. */
export interface TranslatorRow {
  readonly personId: string;
  readonly name: string;
  readonly isBlocked: boolean;
  readonly profile: TranslatorProfile | null;
  readonly open: number;
  readonly lastAskedAt: Date | null;
}

/** How translations go, by translator and pair of languages. */
export interface TranslationFigures {
  readonly personId: string;
  readonly language: string | null;
  readonly into: string;
  readonly open: number;
  readonly late: number;
  readonly accepted: number;
  /** Of those delivered: how many were sent back once or more. */
  readonly sentBack: number;
  /** Mean days from being asked to the last delivery; null while there is none. */
  readonly meanDays: number | null;
}

/** Orders, deliveries and translators. What somebody wrote or uploaded is sealed under the key of the case. */
export interface TranslationStore {
  translators(): Promise<TranslatorRow[]>;
  /** Those who can be asked. */
  atWork(): Promise<TranslatorAtWork[]>;
  /** False when there is no translator of that id. */
  setProfile(personId: string, profile: TranslatorProfile): Promise<boolean>;
  find(id: string): Promise<TranslationOrder | undefined>;
  ofCase(caseId: string): Promise<TranslationOrder[]>;
  /** Of teams, those that are open and those settled lately; the most urgent first. */
  ofTeams(teamIds: readonly string[] | 'all'): Promise<TranslationOrder[]>;
  ofTranslator(personId: string): Promise<TranslationOrder[]>;
  /** Undefined when one is open for that paper already. */
  add(order: NewOrder): Promise<TranslationOrder | undefined>;
  /** All at once, told to history and log. Throws `not-found`, `order-moved-on` when it does not stand so any more. */
  act(id: string, change: OrderChange): Promise<TranslationOrder>;
  history(id: string): Promise<OrderEvent[]>;
  /** Everybody who said no to it. */
  declinedBy(id: string): Promise<string[]>;
  /** What is uploaded takes the place of what was uploaded and not delivered; it waits to be read. Throws `order-moved-on`. */
  upload(
    orderId: string,
    file: Pick<Delivery, 'name' | 'sha256' | 'mediaType' | 'sizeBytes'> & { readonly bytes: Uint8Array },
  ): Promise<Delivery>;
  /** The last upload of an order, delivered or not. */
  delivery(orderId: string): Promise<Delivery | undefined>;
  deliveryById(id: string): Promise<Delivery | undefined>;
  /** Undefined once they are filed. */
  deliveryBytes(id: string): Promise<Uint8Array | undefined>;
  /** What reading it gave; nothing happens when it is gone. */
  keepReading(id: string, reading: DeliveryContent | { readonly failure: FailureCode }): Promise<void>;
  /** Accepted, and not in the case yet. */
  toFile(): Promise<TranslationOrder[]>;
  filed(id: string, fileId: string): Promise<void>;
  /** Pairs that were accepted. */
  pairsOf(caseId: string): Promise<KnownPair[]>;
  /** Keys of the papers whose translation lies in the case, whether it was ordered or came by another way. */
  translatedPapers(caseId: string): Promise<string[]>;
  /** Those that judging the case found to be translated, in place of those it found before. */
  noteTranslated(caseId: string, papers: ReadonlySet<string>): Promise<void>;
  /** Orders of open cases for which nobody could be asked. */
  waiting(): Promise<TranslationOrder[]>;
  /** Orders with somebody at work, to see whether a reminder is due. */
  working(): Promise<TranslationOrder[]>;
  /** Whether it was not told of that day before. */
  remind(id: string, day: string): Promise<boolean>;
  figures(teamIds: readonly string[] | 'all', asOf: string): Promise<TranslationFigures[]>;
}
