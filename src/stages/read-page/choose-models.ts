/** The recognition model that fits a language, by ISO 639-1 code (else 639-3). Languages without a model of their own name a stand-in. */
const MODEL_OF_LANGUAGE: Readonly<Record<string, string>> = {
  fr: 'fra',
  en: 'eng',
  es: 'spa',
  pt: 'por',
  it: 'ita',
  de: 'deu',
  nl: 'nld',
  ro: 'ron',
  pl: 'pol',
  sq: 'sqi',
  tr: 'tur',
  az: 'aze',
  uz: 'uzb',
  vi: 'vie',
  id: 'ind',
  sw: 'swa',
  ht: 'hat',
  hr: 'hrv',
  bs: 'bos',
  hu: 'hun',
  cs: 'ces',
  sk: 'slk',
  sv: 'swe',
  ku: 'kur',
  ar: 'ara',
  fa: 'fas',
  ps: 'pus',
  ur: 'urd',
  // The package registry has no Russian model; the Kazakh alphabet holds the Russian one whole.
  ru: 'kaz',
  kk: 'kaz',
  uk: 'ukr',
  bg: 'bul',
  sr: 'srp',
  mk: 'mkd',
  be: 'bel',
  ka: 'kat',
  hy: 'hye',
  el: 'ell',
  hi: 'hin',
  ne: 'nep',
  bn: 'ben',
  pa: 'pan',
  ta: 'tam',
  ti: 'tir',
  am: 'amh',
  zh: 'chi_sim',
  ja: 'jpn',
  ko: 'kor',
  th: 'tha',
  my: 'mya',
  si: 'sin',
  he: 'heb',
  mn: 'mon',
  // Latin script, no model: French letters hold theirs.
  so: 'eng',
  ln: 'fra',
  wo: 'fra',
  mg: 'fra',
  ha: 'eng',
};

/** The model a script is first read with, before the language is known. */
const FIRST_MODEL_OF_SCRIPT: Readonly<Record<string, string>> = {
  Latn: 'fra',
  Cyrl: 'kaz',
  Arab: 'ara',
  Geor: 'kat',
  Armn: 'hye',
  Grek: 'ell',
  Deva: 'hin',
  Beng: 'ben',
  Guru: 'pan',
  Taml: 'tam',
  Ethi: 'amh',
  Hani: 'chi_sim',
  Jpan: 'jpn',
  Hang: 'kor',
  Thai: 'tha',
  Mymr: 'mya',
  Sinh: 'sin',
  Hebr: 'heb',
};

/** Scripts in the order in which they are tried when nothing else tells. */
export const SCRIPTS_TO_TRY = ['Arab', 'Cyrl', 'Geor', 'Ethi', 'Beng', 'Deva', 'Taml', 'Armn', 'Grek', 'Hani'] as const;

/** The first model for a page in a script; undefined for a script nobody installed a model for. */
export function firstModelOf(script: string, installed: readonly string[]): string | undefined {
  const model = FIRST_MODEL_OF_SCRIPT[script];
  return model !== undefined && installed.includes(model) ? model : undefined;
}

/** The model that fits a language best among the installed ones. */
export function modelOf(language: string, installed: readonly string[]): string | undefined {
  const model = MODEL_OF_LANGUAGE[language];
  return model !== undefined && installed.includes(model) ? model : undefined;
}
