/** What gives a language away among those that share its script. */
export interface LanguageTraits {
  /** ISO 639-1, else 639-3. */
  readonly code: string;
  /** ISO 639-3, as franc names it; undefined where franc does not know the language. */
  readonly franc?: string;
  /** Frequent short words, as printed in lower case. */
  readonly words: string;
  /** Letters that this language uses and most of its neighbours do not. */
  readonly letters?: string;
  /** Share of ordinary text that those letters make up, where it is far more than a few misread ones. */
  readonly usualLetters?: number;
  /** Letters of its neighbours that it never uses. */
  readonly never?: string;
  /** How much more often than its nearest neighbours it stands on the papers of Liasse's cases, as points of score. */
  readonly prior?: number;
  /** Letters it has only few of: a text full of them is another language, read by a model that knows no better letters for it. */
  readonly seldom?: string;
}

/** By ISO 15924 script. A script with one language is told by the script alone. */
export const LANGUAGE_TRAITS: Readonly<Record<string, readonly LanguageTraits[]>> = {
  Latn: [
    { code: 'fr', franc: 'fra', letters: 'œêùâ', never: 'ñßłşğıđățșőű', seldom: 'âêîôûäëïöü', words: 'le la les de des du un une et est à au aux en dans pour par sur que qui ne pas avec ce cette son sa ses il elle je nous vous été être née né monsieur madame où leur ou plus a été fait nom prénom prénoms adresse numéro total impôt période salaire employeur montant net brut naissance lieu nationalité sexe heures date mois paie cotisations certificat attestation médecin tél' },
    { code: 'en', franc: 'eng', never: 'ñßłşğıđățșœêçáíóőűäöü', words: 'the of and to in is was for on that with as by at this be are from have has he she his her it not or an which were been will shall any who their name surname given address number total tax pay period employee employer amount gross birth place nationality sex hours payment insurance deductions month year certificate account code office police report doctor no tel' },
    { code: 'es', franc: 'spa', letters: 'ñ¿¡', never: 'ßłşğıđãõçœăâêèàß', words: 'el la los las de del y en que un una por con para se no su es al lo como más ha fue ser sus este esta entre sobre año años don doña señor señora dicho nacido nombre apellidos dirección número total período salario empresa trabajador importe nacimiento lugar nacionalidad sexo horas fecha mes pago deducciones certificado médico tel seguridad' },
    { code: 'pt', franc: 'por', letters: 'ãõ', never: 'ñßłşğıđœäö¿', words: 'o a os as de do da dos das e em no na nos nas que um uma por com para se não ao à são foi ser sua seu pelo pela como mais está nascido senhor ano anos há data nome apelido morada endereço número total período salário empresa valor nascimento local nacionalidade sexo horas mês pagamento descontos certidão médico tel segurança' },
    { code: 'it', franc: 'ita', letters: 'ìò', never: 'ñßłşğıđœãõêâçkwxy', words: 'il lo la i gli le di del della dei delle e è in nel nella che un una per con non si da dal dalla al alla sono stato ha come anno nato nata presso signor signora questo nome cognome indirizzo numero totale periodo retribuzione azienda importo nascita luogo nazionalità sesso ore mese pagamento trattenute certificato medico tel comune' },
    { code: 'de', franc: 'deu', letters: 'ßäöü', never: 'ñłşğıđœãõéèêàçăș', words: 'der die das und in den von zu mit ist im für auf des dem nicht ein eine einer einem wird wurde sich auch nach bei aus am als durch über hat sind geboren frau herr name vorname nachname anschrift nummer gesamt steuer monat lohn gehalt arbeitgeber betrag geburt geburtsort geburtsdatum staatsangehörigkeit geschlecht stunden datum brutto netto straße tel arzt' },
    { code: 'nl', franc: 'nld', never: 'ñßłşğıđœãõäçăș', words: 'de het een en van in op te is dat met voor zijn niet aan bij door naar wordt werd ook uit om deze die der als heeft hij zij geboren mevrouw heer wij naam voornaam adres nummer totaal belasting periode loon werkgever bedrag geboortedatum geboorteplaats nationaliteit geslacht uren datum bruto netto tel arts gemeente' },
    { code: 'ro', franc: 'ron', letters: 'ățșţ', never: 'ñßłğıđœãõäöü', words: 'și de la în a al ale cu pe din care este o un să nu prin pentru sau fost lui cel cea sunt către după născut domnul doamna se au anul nr nume prenume adresa numărul total impozit luna salariu angajator suma naștere locul cetățenia sex ore brut net tel medic data' },
    { code: 'pl', franc: 'pol', letters: 'łążźśćęń', never: 'ñßşğıđœãõäöüășéèàç', words: 'i w z na do się nie jest że o od po przez dla oraz lub jak za który która został pan pani dnia roku ur zamieszkały jego jej nazwisko imię imiona adres numer razem podatek miesiąc wynagrodzenie pracodawca kwota urodzenia miejsce obywatelstwo płeć godzin data brutto netto tel lekarz umowa' },
    { code: 'sq', franc: 'als', letters: 'ë', never: 'ñßłşğıđœãõäöășéèàêâ', words: 'të e në i me për nga se dhe një që është më ka ose si nuk kjo ky u janë datë lindur tij saj prej nr zoti zonja emri mbiemri adresa numri gjithsej tatimi muaji paga punëdhënësi shuma datëlindja vendlindja shtetësia gjinia orë data bruto neto tel mjeku' },
    { code: 'tr', franc: 'tur', letters: 'ğışİ', never: 'ñßłđœãõäăáéèàêwxqə', words: 've bir bu da de için ile olarak olan tarihinde tarih veya gibi kadar daha sonra ise ne en çok adı soyadı doğum sayılı göre ait tarafından üzere soyad adres no toplam vergi dönem ücret işveren tutar yeri uyruğu cinsiyeti saat ay brüt net tel doktor' },
    { code: 'az', franc: 'azj', letters: 'əğıxq', never: 'ñßłđœãõäăáéèàêw', words: 'və bir bu da də üçün ilə olaraq olan tarixində tarix və ya kimi qədər sonra ki nə ən adı soyadı görə haqqında edilmişdir müvafiq' },
    { code: 'uz', franc: 'uzn', letters: "ʻ", never: 'ñßłđœãõäăáéèàêəışçğ', words: "va bir bu ham uchun bilan tomonidan bo'lgan bo'lib yilda yil deb shu u edi haqida sana tug'ilgan familiyasi berilgan o'z kerak" },
    { code: 'vi', franc: 'vie', letters: 'ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ', never: 'ñßłşğœäöüç', words: 'và của là có không cho được các một những trong với tại ngày tháng năm người này đã để theo về từ ông bà họ tên số giới tính quốc tịch địa chỉ nơi sinh lương' },
    { code: 'id', franc: 'ind', never: 'ñßłşğıđœãõäöüéèàêçëă', words: 'yang dan di dari untuk dengan pada ini itu adalah tidak dalam oleh akan telah atau sebagai nama tanggal lahir tempat kepada bahwa saya tersebut alamat nomor jumlah pajak bulan gaji kelamin warga negara' },
    { code: 'so', franc: 'som', never: 'ñßłşğıđœãõäöüéèàêçëăpvz', words: 'waa iyo ka ku in oo uu ay ah la u si soo lagu waxaa ayaa taariikhda magaca dhashay aan kale loo isaga waxay lambarka wadarta bisha mushahar goobta jinsiga' },
    { code: 'sw', franc: 'swh', never: 'ñßłşğıđœãõäöüéèàêçëăqx', words: 'na ya wa kwa ni katika za la kuwa cha yake hii kama tarehe jina huyo pia au hiyo ambaye vya lakini baada mwaka anwani namba jumla kodi mwezi mshahara kuzaliwa mahali uraia jinsia' },
    { code: 'ht', franc: 'hat', letters: 'òè', never: 'ñßłşğıđœãõäöüêçëăqx', words: 'li yo nan ak ki pou sou te ap pa se yon mwen ou gen fèt non nou men pi la a epi dwe tout lè dat' },
    { code: 'cs', franc: 'ces', letters: 'řěůž', never: 'ñßłşğıœãõäöăàê', words: 'a v na se je že z do s o k pro by ve byl byla jako podle nebo není dne narozen ze které jeho roku' },
    { code: 'sk', franc: 'slk', letters: 'ľĺŕôž', never: 'ñßłşğıœãõöăàêřěů', words: 'a v na sa je že z do s o k pre by vo bol bola ako podľa alebo nie dňa narodený zo ktoré jeho roku' },
    { code: 'hu', franc: 'hun', letters: 'őűöü', never: 'ñßłşğıđœãõăàê', words: 'a az és hogy nem is egy van volt meg ez már mint vagy csak szerint között által született név dátum alapján' },
    { code: 'hr', franc: 'hrv', letters: 'čćđšž', never: 'ñßłşğıœãõäöăàêřě', words: 'i u je na se da za od su s o koji koja kao ili iz nije bi biti je li rođen rođena prema te godine dana temeljem tijekom što mjesto vrijeme prije poslije gdje djeca općina ovdje dijete potvrda zahtjev ulica broj stan telefon cijena ime prezime rođenja ukupno iznos mjesec sat posao uz kod po pri ali ili sve' },
    { code: 'bs', franc: 'bos', letters: 'čćđšž', never: 'ñßłşğıœãõäöăàêřě', words: 'i u je na se da za od su s o koji koja kao ili iz nije bi biti rođen rođena prema te godine dana osnovu općina kanton mjesto vrijeme prije poslije gdje djeca ovdje dijete uvjerenje izvještaj potvrda zahtjev ulica broj stan telefon cijena ime prezime rođenja ukupno iznos mjesec sat posao uz kod po pri ali ili sve' },
    { code: 'sr', franc: 'srp', letters: 'čćđšž', prior: 0.5, never: 'ñßłşğıœãõäöăàêřě', words: 'i u je na se da za od su sa o koji koja kao ili iz nije bi biti rođen rođena prema godine dana osnovu republika srbija opština mesto vreme pre posle gde lice deca uverenje izveštaj sekretarijat ovde dete potvrda zahtev ulica broj stan telefon cena ime prezime rođenja ukupno iznos mesec sat posao uz kod po pri ali ili sve' },
    { code: 'sl', franc: 'slv', letters: 'čšž', never: 'ñßłşğıœãõäöăàêřěćđ', words: 'in v je na se da za od so z s ki kot ali iz ni bi po pri leta dne rojen rojena tudi lahko njegov ulica številka stanovanje telefon cena ime priimek rojstva skupaj znesek mesec ura delo ob pri ali vse' },
    { code: 'sv', franc: 'swe', letters: 'åäö', never: 'ñßłşğıđœãõăàêøæ', words: 'och i att det som en på är av för med till den har inte om ett var från eller vid född enligt datum' },
    { code: 'da', franc: 'dan', letters: 'åøæ', never: 'ñßłşğıđœãõăàêäö', words: 'og i at det som en på er af for med til den har ikke om et var fra eller ved født der blev' },
    { code: 'no', franc: 'nob', letters: 'åøæ', never: 'ñßłşğıđœãõăàêäö', words: 'og i å det som en på er av for med til den har ikke om et var fra eller ved født ble etter' },
    { code: 'fi', franc: 'fin', letters: 'äö', never: 'ñßłşğıđœãõăàêçø', words: 'ja on ei että se hän oli joka tai ovat mutta kun sekä mukaan syntynyt päivämäärä nimi myös' },
    { code: 'lt', franc: 'lit', letters: 'ėįųūšž', never: 'ñßłşğıđœãõăàêäö', words: 'ir yra į iš kad su apie ar kaip buvo dėl pagal metų gimęs data nuo iki arba' },
    { code: 'lv', franc: 'lvs', letters: 'āēīūķļņģ', never: 'ñßłşğıđœãõăàêäö', words: 'un ir no ar uz par kas ka vai gada dzimis datums tika pēc līdz' },
    { code: 'ca', franc: 'cat', letters: 'ç·', never: 'ñßłşğıđœãõäöăê', words: 'el la els les de del i en que un una per amb no es al com més ha als dels aquest aquesta ser són nascut' },
    { code: 'ku', franc: 'kmr', letters: 'êîûşç', never: 'ñßłğıđœãõäöăéèà', words: 'û li ku di de ji bi ev wî wê bo jî ne ew heye navê hat kirin dîroka re xwe dike yê ya yên' },
    { code: 'mg', franc: 'plt', never: 'ñßłşğıđœãõäöüéèêçëăcquwx', words: 'ny sy amin dia ho tamin an fa izay izany tsy no ity teraka anarana daty araka' },
    { code: 'ln', franc: 'lin', never: 'ñßłşğıđœãõäöüèêçëăqx', words: 'na ya ba mpe ete oyo to te po bato moto mokolo nkombo mbula azali ezali nzela' },
    { code: 'wo', franc: 'wol', letters: 'ñëŋ', never: 'ßłşğıđœãõäöüèêçă', words: 'ak ci bi mu la di ñu ba am nit te yi ki ko na lu dafa amoon' },
    { code: 'ha', franc: 'hau', letters: 'ɓɗƙ', never: 'ñßłşğıđœãõäöüéèêçëăpqvx', words: 'da na a ya ta ne ce shi ga ba wannan kuma sun daga suna ranar haihuwa cikin don' },
    { code: 'rw', franc: 'kin', never: 'ñßłşğıđœãõäöüéèêçëăqx', words: 'na mu ku ya wa ni cyangwa kandi yavutse itariki izina umuntu mu no kugira ko' },
    { code: 'tl', franc: 'tgl', never: 'ßłşğıđœãõäöüèêçëă', words: 'ang ng sa na mga at ay si ni para kay ito siya hindi pangalan petsa ipinanganak' },
  ],
  Cyrl: [
    { code: 'ru', franc: 'rus', letters: 'ыэё', never: 'іїєґўђјљњћџѓќҳҷ', words: 'и в на с по не что о от за к для из при у это как или был была его ее года рождения дата гражданин гражданка является который' },
    { code: 'uk', franc: 'ukr', letters: 'іїєґ', never: 'ыэёъўђјљњћџѓќәғқ', words: 'і в на з та що не до за для про у від це як або був була його її року народження дата громадянин є який по' },
    { code: 'be', franc: 'bel', letters: 'ўі', never: 'ищъїєђјљњћџқ', words: 'і ў на з не што да за для пра ад гэта як або быў была яго яе года нараджэння' },
    { code: 'bg', franc: 'bul', letters: 'ъщ', never: 'ыэёіїєґўђјљњћџѓќәғқ', words: 'и на в за от се да не е с че са като до по или който която със лицето дата роден родена след при г' },
    { code: 'sr', franc: 'srp', letters: 'ђћљњџј', never: 'ыэёіїєґўщъйюяьѓќ', words: 'и у је на се да за од су са о који која као или из није рођен рођена према године дана' },
    { code: 'mk', franc: 'mkd', letters: 'ѓќѕјљњџ', never: 'ыэёіїєґўщъйюяьђћ', words: 'и на во се да за од со не е дека како или што кој која роден родена година ден според' },
    { code: 'kk', franc: 'kaz', letters: 'әғқңөұүһі', usualLetters: 0.1, never: 'їєґўђјљњћџ', words: 'және мен бұл үшін да де бойынша туралы жылы күні немесе болып табылады азаматы бар' },
    { code: 'ky', franc: 'kir', letters: 'ңөү', never: 'іїєґўђјљњћџәғқұһ', words: 'жана менен бул үчүн да боюнча жылы күнү же болуп эсептелет жаран' },
    { code: 'tg', franc: 'tgk', letters: 'ғқҳҷӯӣ', never: 'іїєґўђјљњћџыщцөүңә', words: 'ва дар аз ба ки ин бо барои мебошад сол санаи таваллуд ё шуд онро' },
    { code: 'mn', franc: 'khk', letters: 'өү', never: 'іїєґўђјљњћџңәғқұһ', words: 'нь ба энэ тул оны сарын өдөр дугаар гэж бол болон тухай иргэн байна' },
  ],
  Arab: [
    { code: 'ar', franc: 'arb', letters: 'ةيكىأإ', never: 'پچژگیکٹڈڑےںھټډړږښګۍېڼەۆێڵ', words: 'في من على إلى عن أن هذا هذه التي الذي و أو كان بن بنت لا ما مع تاريخ رقم السيد السيدة قد كما بعد تم' },
    { code: 'fa', franc: 'pes', letters: 'پچژگیک', never: 'ةٹڈڑےںھټډړږښګۍېڼەۆێڵ', words: 'و در به از که این را با است برای آن یک می شد شده نام تاریخ شماره خود تا بر های خانم آقای هم نیز کرد کرده می‌شود نمود نموده گردید گردد می‌گردد می‌کند کند دارد داشت بود باشد می‌باشد مورد توسط طی باید سال روز ماه' },
    { code: 'ps', franc: 'pbu', letters: 'ټډړږښګۍېڼځڅ', never: 'ٹڈڑےںەۆێڵ', words: 'د په او چې ته له دا کې شو دی ده سره یې نه هغه نیټه نوم شوی کړی لپاره' },
    { code: 'ur', franc: 'urd', letters: 'ٹڈڑےںھ', never: 'ټډړږښګۍېڼەۆێڵةىك', words: 'کے کی کا میں ہے اور سے کو نے پر یہ کہ ہیں نہیں تھا گیا اس بھی تاریخ نام' },
    { code: 'ku', franc: 'ckb', letters: 'ەۆێڵڕ', never: 'ٹڈڑےںټډړږښګۍڼةىيك', words: 'لە و بە بۆ کە لەگەڵ ئەم ئەو بوو دەکات هەیە ناوی ڕێکەوتی سەر یان' },
  ],
  // franc takes Amharic for Tigrinya: words and letters decide.
  Ethi: [
    { code: 'am', letters: 'አችሽዎ', never: 'ኣቐዅኸ', words: 'እና ነው ላይ ውስጥ በ የ ከ ነበር ሆኖ ስም ቀን ዓመት ወደ እንደ ናቸው ጋር ይህ ግን አቶ ወይዘሮ' },
    { code: 'ti', letters: 'ኣቐኸዅቓ', words: 'እዩ ኣብ ናይ ከም ምስ ድማ ነቲ ዝኾነ ካብ እቲ እታ ስም ዕለት ዓመት ናብ ኣቶ ወይዘሮ እዚ ኣሎ ነበረ' },
  ],
  Deva: [
    { code: 'hi', franc: 'hin', letters: 'ड़ढ़', words: 'के का की में है और से को ने पर यह कि हैं नहीं था एक इस भी जन्म तिथि नाम दिनांक' },
    { code: 'ne', franc: 'npi', words: 'को र मा छ हो ले बाट लाई भएको गरेको यो पनि थियो छन् मिति नाम जन्म गरिएको श्री तथा' },
    { code: 'mr', franc: 'mar', letters: 'ळ', words: 'आणि आहे च्या या ते ने मध्ये ही हा होते त्यांनी असे दिनांक नाव' },
  ],
}; // biome-ignore format: a table reads better in rows

/** Scripts that tell their language by themselves. */
export const SCRIPT_LANGUAGE: Readonly<Record<string, string>> = {
  Grek: 'el', Armn: 'hy', Geor: 'ka', Hebr: 'he', Beng: 'bn', Guru: 'pa', Gujr: 'gu', Taml: 'ta', Telu: 'te', Knda: 'kn', Mlym: 'ml', Sinh: 'si',
  Thai: 'th', Laoo: 'lo', Khmr: 'km', Mymr: 'my', Tibt: 'bo', Hang: 'ko', Hira: 'ja', Kana: 'ja', Hani: 'zh', Thaa: 'dv',
}; // biome-ignore format: a table reads better in rows
