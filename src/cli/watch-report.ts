import { countReceipts, NO_RECEIPTS } from '#app/ways-in/count-receipts.ts';
import type { WatchEvent } from '#app/ways-in/create-file-taker.ts';
import { ARRIVAL_MESSAGES } from './arrival-messages.ts';
import { arrivalLines, sentence } from './arrivals.ts';
import type { OutputLanguage } from './messages.ts';
import { seldom } from './seldom.ts';

export interface WatchReport {
  onEvent(event: WatchEvent): void;
  /** Whether everything that was there was taken in. */
  isAllIn(): boolean;
}

interface WatchReportOptions {
  readonly language: OutputLanguage;
  readonly isOnce: boolean;
  readonly say: (line: string) => void;
}

/** Tells a person what a watched folder does: counts and reasons, no names. */
export function createWatchReport({ language, isOnce, say }: WatchReportOptions): WatchReport {
  const text = ARRIVAL_MESSAGES[language];
  const sayOnce = seldom(say);
  let isAllIn = true;
  let wasThere: boolean | undefined;
  let unreachable = 0;
  let round = NOTHING;

  const sayPresence = (isThere: boolean): void => {
    if (isThere !== wasThere) say(presence(isThere, wasThere === undefined));
    wasThere = isThere;
  };
  const presence = (isThere: boolean, isFirst: boolean): string => {
    if (isThere) return isFirst ? text.watching : text.folderBack;
    return isOnce ? text.folderAbsent : text.folderAway;
  };

  const onLook = ({ round: seen }: Extract<WatchEvent, { kind: 'looked' }>): void => {
    if (!(isOnce && seen.isThere)) sayPresence(seen.isThere);
    if (seen.unreachable > unreachable) say(text.unreachable(seen.unreachable));
    unreachable = seen.unreachable;
    if (!seen.isThere || seen.unreachable > 0) isAllIn = false;
    if (isOnce && seen.unfinished > 0) say(text.unfinished(seen.unfinished));
    if (isOnce && seen.isThere && seen.files.length === 0) say(text.nothingNew);
  };

  const onTook = (): void => {
    const { receipts, moved, noCase } = round;
    round = NOTHING;
    const papers = receipts.taken + receipts.known + receipts.rejected;
    if (papers > 0) for (const line of arrivalLines(receipts, language)) say(line);
    if (isOnce && papers + moved + noCase === 0) say(text.nothingNew);
    if (moved > 0) say(text.moved(moved));
    if (noCase > 0) say(text.noCase(noCase));
    if (receipts.rejected + noCase > 0) isAllIn = false;
  };

  return {
    onEvent: (event) => {
      if (event.kind === 'looked') onLook(event);
      if (event.kind === 'received') round = { ...round, receipts: countReceipts(round.receipts, event.receipts) };
      if (event.kind === 'moved') round = { ...round, moved: round.moved + 1 };
      if (event.kind === 'no-case') round = { ...round, noCase: round.noCase + 1 };
      if (event.kind === 'took') onTook();
      if (event.kind !== 'postponed') return;
      isAllIn = false;
      const why = sentence(event.failure, language);
      sayOnce(event.failure, isOnce ? why : text.postponed(why, Math.round(event.retryInMs / 1_000)));
    },
    isAllIn: () => isAllIn,
  };
}

const NOTHING = { receipts: NO_RECEIPTS, moved: 0, noCase: 0 };
