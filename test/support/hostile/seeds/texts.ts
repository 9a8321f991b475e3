/** What lies in a DOCX. */
export const WORD_DOCUMENT =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Bonjour &amp; merci</w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
export const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
/** And in an ODT. */
export const ODT_CONTENT =
  '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:h>Attestation</text:h><text:p>Fait le<text:s text:c="2"/>3 mars 2026 &lt;a&gt;<text:line-break/>fin</text:p></office:text></office:body></office:document-content>';

/** Lines with a date in every calendar and manner that is read. */
export const DATED_LINES: readonly [string, ...string[]] = [
  'Fait à Paris, le 3 mars 2026, 12/13/2025, ١٢/٣/٢٠٢٥',
  'du 1er au 15 janv. 2024 — 12.III.2024 — 05 июля 1990 г. — 5 липня 1990 р.',
  '۱۲ فروردین ۱۴۰۳ / ۲۳ حمل ۱۴۰۳ / 12 چنگاښ 1403',
  '١٢ رمضان ١٤٤٥ هـ الموافق ٢٢ مارس ٢٠٢٤ م',
  '፲፪ መስከረም ፲፱፻፺፱ ዓ.ም. 12 መስከረም 2016',
  'मिति २०८० साल वैशाख १५ गते, २०८०/०१/१५',
  'วันที่ ๑๒ มีนาคม พ.ศ. ๒๕๖๗',
  '二〇二四年三月十二日 令和6年3月12日 民國一一三年 2024年3月12日',
  'the twelfth of March two thousand and twenty-four; deux mille vingt-six; zweitausendzwölf',
  'Ngày 12 tháng 3 năm 2024, 12 Mart 2024, 12 მარტი 2024, 12 մարտի 2024, ১২ মার্চ ২০২৪',
  '2024-03-12T10:00:00Z 20240312 12-MAR-24 03.2024 1 2 / 0 3 / 2 0 2 4',
];

/** A paper with a bit of everything that is looked for in words. */
export const PAPERS: readonly [string, ...string[]] = [
  `RÉPUBLIQUE FRANÇAISE
Ministère de l'Intérieur
Commissariat de police de Valmont – Service social
4 rue Haute, 38000 Valmont Tél. 01 99 00 12 34 accueil@valmont.example
SIRET 356 000 000 00048 RPPS 10001234567

PROCÈS-VERBAL DE PLAINTE N° 2026/001234

L'an deux mille vingt-six, le trois mars à dix heures, comparaît Madame COULIBALY Aminata, née le 12/04/1990.
Salaire brut 1 801,80 € Net à payer 1.426,30 €
Annexe 3 : page 1/2
P<MLICOULIBALY<<SEYDOU<<<<<<<<<<<<<<<<<<<<<<
TJ87574915MLI7408225F3307250<<<<<<<<<<<<<<00
Fait à Valmont, le 3 mars 2026`,
  `جمهورية مصر العربية
وزارة الداخلية
شهادة ميلاد
الاسم: أمينة محمد
التاريخ: ١٢ رمضان ١٤٤٥ هـ`,
  `中华人民共和国
公证书
(2024)京证字第12345号
二〇二四年三月十二日`,
  `МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ
СПРАВКА
Выдана Иванову И. И., 05 июля 1990 г. рождения
12.03.2024`,
];

export const ZONE_LINES = [
  ['P<MLICOULIBALY<<SEYDOU<<<<<<<<<<<<<<<<<<<<<<', 'TJ87574915MLI7408225F3307250<<<<<<<<<<<<<<00'],
  ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'],
  ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'],
] as const;

export const TWO_D_DOC = 'DC04FR0000011985FFFF0401FR44269312345678943\x1d46DIALLO\x1fSIGNATURE';
