import { describe, expect, it } from 'vitest';
import { misreadText } from '#learning/misread-text.ts';
import { seededRandom } from '#learning/seeded-random.ts';
import { findLanguages } from '#stages/detect-language/find-languages.ts';
import { pageFromText } from '../../support/pages-from-text.ts';

const SAMPLES: Readonly<Record<string, string>> = {
  fr: "Je certifie que la personne désignée ci-dessous réside dans notre établissement depuis le mois de janvier et qu'elle participe aux activités proposées par l'équipe.",
  en: 'I confirm that the person named below has been living at this address since January and that she takes part in the activities of our team every week.',
  es: 'Se hace constar que la persona arriba mencionada se presentó en esta oficina para denunciar los hechos ocurridos durante la noche en su domicilio.',
  pt: 'Declaro para os devidos efeitos que a pessoa acima identificada trabalha nesta empresa desde o mês de março e recebe o salário mensal indicado.',
  it: 'Si certifica che la persona sopra indicata è stata visitata in data odierna presso il nostro ambulatorio e che necessita di cure continuative.',
  de: 'Hiermit wird bestätigt, dass die oben genannte Person seit dem vergangenen Jahr bei uns in Behandlung ist und regelmäßig an den Sitzungen teilnimmt.',
  nl: 'Hierbij verklaren wij dat de bovengenoemde persoon sinds januari bij ons in dienst is en dat zij elke maand het hieronder vermelde loon ontvangt.',
  ro: 'Se adeverește prin prezenta că persoana menționată mai sus este angajată în cadrul societății noastre din luna ianuarie și primește salariul lunar.',
  pl: 'Zaświadcza się, że wyżej wymieniona osoba jest zatrudniona w naszej firmie od stycznia i otrzymuje miesięczne wynagrodzenie w podanej wysokości.',
  sq: 'Vërtetohet se personi i lartpërmendur është banor i kësaj komune dhe se të dhënat e mësipërme janë nxjerrë nga regjistri themeltar i gjendjes civile.',
  tr: 'Yukarıda adı geçen kişinin bu adreste ikamet ettiği ve verilen bilgilerin nüfus kayıtlarına uygun olduğu tarafımızca onaylanmıştır.',
  az: 'Yuxarıda adı çəkilən şəxsin bu ünvanda yaşadığı və verilən məlumatların qeydiyyat sənədlərinə uyğun olduğu təsdiq edilir və arayış verilir.',
  uz: "Ushbu ma'lumotnoma shuni tasdiqlaydiki, yuqorida nomi keltirilgan shaxs bizning tashkilotda ishlaydi va har oyda belgilangan maosh oladi.",
  vi: 'Chúng tôi xác nhận rằng người có tên nêu trên đang cư trú tại địa chỉ này từ tháng một và đã khai báo đầy đủ với cơ quan có thẩm quyền.',
  id: 'Dengan ini menerangkan bahwa orang yang namanya tersebut di atas benar telah bekerja pada perusahaan kami sejak bulan Januari sampai dengan sekarang.',
  so: 'Waxaa la caddeynayaa in qofka kor ku xusan uu ku nool yahay degmadan tan iyo bishii Janaayo oo uu yahay muwaadin loo yaqaan deegaanka.',
  sw: 'Hii ni kuthibitisha kwamba mtu aliyetajwa hapo juu ameishi katika kijiji hiki tangu mwezi wa Januari na anajulikana na viongozi wa eneo hilo.',
  ht: 'Nou sètifye moun ki gen non li ekri anlè a ap viv nan katye sa a depi mwa janvye epi li toujou respekte tout moun ki bò kote li.',
  ar: 'نشهد نحن الموقعين أدناه بأن الشخص المذكور أعلاه يقيم في هذا العنوان منذ شهر يناير وأن المعلومات الواردة في هذه الشهادة صحيحة.',
  fa: 'بدین وسیله گواهی می‌شود که شخص نامبرده از ابتدای سال گذشته در این نشانی سکونت دارد و اطلاعات مندرج در این برگه صحیح است.',
  ps: 'په دې وسیله تصدیق کیږي چې پورته یاد شوی کس د تېر کال له پیل څخه په دې کلي کې اوسیږي او د هغه معلومات سم دي.',
  ur: 'تصدیق کی جاتی ہے کہ مذکورہ بالا شخص گزشتہ سال سے اس پتے پر رہائش پذیر ہے اور اس کی دی گئی معلومات درست ہیں۔',
  ru: 'Настоящим подтверждается, что указанное выше лицо проживает по данному адресу с января прошлого года и действительно работает в нашей организации.',
  uk: 'Цим підтверджується, що зазначена вище особа проживає за цією адресою з січня минулого року та працює в нашій установі на повну ставку.',
  bg: 'С настоящото се удостоверява, че посоченото по-горе лице живее на този адрес от януари миналата година и работи в нашето дружество.',
  sr: 'Овим се потврђује да горе наведено лице живи на овој адреси од јануара прошле године и да је запослено у нашем предузећу.',
  ka: 'ამით ვადასტურებთ, რომ ზემოთ დასახელებული პირი ცხოვრობს ამ მისამართზე გასული წლის იანვრიდან.',
  hy: 'Սույնով հաստատվում է, որ վերոհիշյալ անձը բնակվում է այս հասցեում անցյալ տարվա հունվարից։',
  el: 'Με την παρούσα βεβαιώνεται ότι το ανωτέρω πρόσωπο κατοικεί σε αυτή τη διεύθυνση από τον Ιανουάριο.',
  hi: 'यह प्रमाणित किया जाता है कि उपरोक्त व्यक्ति पिछले वर्ष से इस पते पर रहता है और उसकी दी गई जानकारी सही है।',
  ne: 'माथि उल्लेखित व्यक्ति गत वर्षदेखि यस ठेगानामा बसोबास गर्दै आएको र निजले दिएको विवरण ठीक भएको प्रमाणित गरिन्छ।',
  bn: 'এই মর্মে প্রত্যয়ন করা যাচ্ছে যে উপরোক্ত ব্যক্তি গত বছর থেকে এই ঠিকানায় বসবাস করছেন।',
  ta: 'மேலே குறிப்பிடப்பட்ட நபர் கடந்த ஆண்டு முதல் இந்த முகவரியில் வசித்து வருகிறார் என்று சான்றளிக்கப்படுகிறது.',
  ti: 'እዚ ሰነድ እዚ ኣብ ላዕሊ ስሙ ዝተጠቕሰ ሰብ ካብ ዝሓለፈ ዓመት ጀሚሩ ኣብዚ ከተማ ይነብር ከምዘሎ የረጋግጽ።',
  am: 'ከላይ ስሙ የተጠቀሰው ግለሰብ ካለፈው ዓመት ጀምሮ በዚህ አድራሻ ነዋሪ መሆኑን እናረጋግጣለን።',
  zh: '兹证明上述人员自去年一月起居住在该地址，所提供的资料属实，特此证明。',
}; // biome-ignore format: one sentence a line

function noisyLanguage(code: string, rate: number, seed: number): string | undefined {
  const text = misreadText(SAMPLES[code] ?? '', rate, seededRandom(seed));
  return findLanguages([pageFromText(text)])[0]?.code;
}

describe('the language of a paper', () => {
  it.each(Object.keys(SAMPLES))('is found in one clean sentence of %s', (code) => {
    expect(findLanguages([pageFromText(SAMPLES[code] ?? '')])[0]).toMatchObject({ code });
  });

  it('is found in noisy recognised text of more than thirty languages', () => {
    const trials = Object.keys(SAMPLES).flatMap((code) =>
      [1, 2, 3, 4].map((seed) => ({ code, found: noisyLanguage(code, 0.08, seed * 7) })),
    );
    const wrong = trials.filter(({ code, found }) => code !== found);
    expect(wrong.length / trials.length, JSON.stringify(wrong)).toBeLessThan(0.04);
  });

  it('is two languages on a bilingual paper, with their shares', () => {
    const page = pageFromText(`${SAMPLES['ar']}\n${SAMPLES['ar']}\n${SAMPLES['fr']}`);
    const found = findLanguages([page]);
    expect(found.map(({ code }) => code).sort()).toEqual(['ar', 'fr']);
    expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  it('is two languages where every line says it in both scripts', () => {
    const lines = [
      'الاسم والنسب : سعيدة البقالي Nom et prénom : EL BAKKALI Saïda',
      'تاريخ ومكان الازدياد : الناظور Date et lieu de naissance : Nador',
      'أودعت المعنية شكايتها لدى هذه المصلحة L’intéressée a déposé plainte auprès de ce service',
    ];
    const [first, second, ...others] = findLanguages([pageFromText(lines.join('\n'))]);
    expect(others).toEqual([]);
    expect([first, second].map((one) => `${one?.code} ${one?.script}`).sort()).toEqual(['ar Arab', 'fr Latn']);
    for (const one of [first, second]) expect(one?.share).toBeGreaterThan(0.35);
  });

  it('is the other script’s first where Latin print beside it says nearly as much: it stands there for foreigners', () => {
    const page = pageFromText(`${SAMPLES['am']} ${SAMPLES['am']}\n${SAMPLES['en']}`);
    expect(findLanguages([page]).map(({ code }) => code)).toEqual(['am', 'en']);
    const mostlyFrench = pageFromText(`${SAMPLES['ar']}\n${Array(3).fill(SAMPLES['fr']).join('\n')}`);
    expect(findLanguages([mostlyFrench]).map(({ code }) => code)).toEqual(['fr', 'ar']);
  });

  it('is Persian also in the Arabic letters that an Arabic model writes it with', () => {
    const asArabic = (SAMPLES['fa'] ?? '').replace(/ی/g, 'ي').replace(/ک/g, 'ك').replace(/گ/g, 'ك').replace(/چ/g, 'ج');
    expect(findLanguages([pageFromText(asArabic)])[0]?.code).toBe('fa');
  });

  it('is Russian though a Kazakh model put some of its own letters in, and Kazakh where they are many', () => {
    const misread = (SAMPLES['ru'] ?? '').replace('ук', 'үқ').replace('на', 'һа').replace('о', 'ө');
    expect(findLanguages([pageFromText(misread)])[0]?.code).toBe('ru');
    const kazakh =
      'Осы анықтама жоғарыда көрсетілген азамат осы мекенжайда тұратынын және біздің мекемеде жұмыс істейтінін растау үшін берілді';
    expect(findLanguages([pageFromText(kazakh)])[0]?.code).toBe('kk');
  });

  it('is Serbian for an advert in Latin letters that lost their hooks', () => {
    const advert =
      'Izdaje se stan odmah useljiv kod pijace. Dvosoban, drugi sprat, nov lift, cena po dogovoru, telefon posle pet sati. Ulica i broj na oglasu.';
    expect(findLanguages([pageFromText(advert)])[0]?.code).toBe('sr');
  });

  it('stays one language where single words or marks are in other letters', () => {
    const text = `${SAMPLES['ru']}\nООО «Romashka» № 5 A`;
    expect(findLanguages([pageFromText(text)]).map(({ code }) => code)).toEqual(['ru']);
  });

  it('is undetermined where a few letters tell nothing', () => {
    expect(findLanguages([pageFromText('KB 17 xq')])[0]?.code).toBe('und');
  });

  it('is none on a page without letters', () => {
    expect(findLanguages([pageFromText('')])).toEqual([]);
    expect(findLanguages([pageFromText('12 34 / 56')])).toEqual([]);
  });
});
