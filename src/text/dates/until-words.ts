import { foldDateWord } from './fold-date-word.ts';

/** Words and marks between the two ends of a period, without accents. */
const WORDS = (
  'au a to until till through thru bis hasta al ao ate fino tot do po la pana til deri ile - – — ‑ → по до إلى الى حتى تا لغاية έως μέχρι so den and et und y e ' +
  'से থেকে হতে 至 到 سے تر څخه እስከ ክሳብ sampai hingga s/d s.d. hadi mpaka ilaa rive jiska gacha dengan დან მდე մինչև ից ilə'
).split(' ');
export const UNTIL: ReadonlySet<string> = new Set([...WORDS, ...WORDS.map(foldDateWord)]);
