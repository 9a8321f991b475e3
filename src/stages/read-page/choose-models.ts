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

/** Models in the order in which they are tried when nothing else tells: one a script, and Urdu for its own style of Arabic writing. */
export const MODELS_TO_TRY = [
  'fra',
  'ara',
  'kaz',
  'hye',
  'kat',
  'urd',
  'amh',
  'ben',
  'hin',
  'tam',
  'ell',
  'chi_sim',
] as const;

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

/** Latin models whose letters the first model does not know; tried on a sample when the language of a Latin page is not clear. */
export const LATIN_MODELS_TO_TRY = ['fra', 'vie', 'tur', 'pol', 'ron'] as const;

/** Models whose languages share a script so closely that only a sample tells which reads a page best. */
const SISTERS: readonly (readonly string[])[] = [
  ['ara', 'fas', 'urd'],
  ['hin', 'nep'],
  ['amh', 'tir'],
];

/** The model itself and its installed sisters. */
export function sistersOf(model: string, installed: readonly string[]): readonly string[] {
  const family = SISTERS.find((one) => one.includes(model)) ?? [model];
  return family.filter((one) => installed.includes(one));
}

/** The installed models of the languages a user expects, without repetition. */
export function modelsOf(languages: readonly string[], installed: readonly string[]): string[] {
  return [...new Set(languages.flatMap((language) => modelOf(language, installed) ?? []))];
}
