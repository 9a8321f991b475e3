/** Endings of what browsers, mail programs, synchronisers and copying programs are not done with. */
const UNFINISHED =
  /\.(part|partial|crdownload|download|opdownload|filepart|tmp|temp|swp|swx|lock|!ut|aria2|syncthing)$/i;
/** Office programs put such files beside the paper that is open. */
const BESIDE_AN_OPEN_PAPER = /^(~\$|~wrl|\.~lock\.)/i;
/** What systems leave behind in every folder. */
const LITTER: readonly string[] = ['thumbs.db', 'ehthumbs.db', 'desktop.ini', '__macosx', '@eadir', '$recycle.bin'];

/** Whether a file or folder of this name is not, or not yet, anybody's paper. Hidden ones are not. */
export function isUnfinishedName(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.endsWith('~') ||
    UNFINISHED.test(name) ||
    BESIDE_AN_OPEN_PAPER.test(name) ||
    LITTER.includes(name.toLowerCase())
  );
}
