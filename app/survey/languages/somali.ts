import type { RespondentWords } from './english.ts';

/** Somali. */
export const SOOMAALI: RespondentWords = {
  skip: 'U bood qaybta muhiimka ah',
  accessibility: 'Fududaynta isticmaalka',
  demonstration: 'Tusaale.',
  fictional:
    '{authority} waa meel mala-awaal ah: qoysaskeeda, tirooyinkeeda iyo qorshayaasheeda waa la sameeyay.',
  done: 'Waa la dhammeeyay',
  problem: 'Dhibaato ayaa jirta',
  error: 'Qalad',
  back: 'Dib u noqo',
  language: 'Luqadda',
  changeLanguage: 'Beddel luqadda',
  unchecked:
    'Qof luqaddan ku hadla weli ma hubin erayadayada. Haddii wax aanay caddayn, dooro Ingiriisi ama weydii xarunta qoyska.',
  partlyEnglish: 'Qaybo ka mid ah sahankan waa Ingiriisi: weli lama turjumin.',

  takes: 'Waxay qaadataa qiyaastii {minutes} daqiiqo. Uma baahnid akoon.',
  takesOne: 'Waxay qaadataa qiyaastii hal daqiiqo. Uma baahnid akoon.',
  closesOn: 'Waxaad ka jawaabi kartaa ilaa dhammaadka {day}.',
  anonymous:
    'Waa magac la’aan. Taas macnaheedu waa inaan ku weydiinin cidda aad tahay, qofna kama garan karo jawaabahaaga.',
  startNow: 'Hadda bilow',
  begun:
    'Waxaad jawaabista ka bilowday taleefankan ama kombiyuutarkan. Jawaabahaagu waa kaydsan yihiin.',
  carryOn: 'Ka sii wad meeshii aad ka joogsatay',
  startAgain: 'Mar kale bilow',
  answeredBefore:
    'Qof ayaa hore jawaabo uga diray taleefankan ama kombiyuutarkan. Haddii aad tahay qof kale, sii wad: aragtidaaduna waa muhiim. Haddii ay adiga ahayd, uma baahnid inaad mar kale jawaabto.',
  yourAnswers: 'Jawaabahaaga iyo asturnaantaada',
  havePhrase: 'Hore ayaan jawaabahayga u kaydiyay oo waxaan hayaa erayada',
  wantErase: 'Tirtir jawaabaha aan diray',
  notOpenHeading: 'Sahankan weli ma furna',
  notOpen: 'Waxaad “{title}” ka jawaabi kartaa laga bilaabo {day}. Markaas ku soo noqo ciwaankan.',
  closedHeading: 'Sahankan hadda ma furna',
  closedOn:
    '“{title}” wuxuu xirmay dhammaadka {day}. Waad ku mahadsan tahay inaad timid si aad aragtidaada u dhiibato.',
  closed:
    '“{title}” waa xiran yahay. Waad ku mahadsan tahay inaad timid si aad aragtidaada u dhiibato.',
  tellUs:
    'Weli waxaad golaha u sheegi kartaa waxa qoyskaagu u baahan yahay: weydii xarunta qoyska, ama wac golaha.',

  optional: 'ikhtiyaari',
  or: 'ama',
  continue: 'Sii wad',
  saveForLater: 'Kaydi oo hadhow soo noqo',
  choose: 'Dooro jawaab',
  inYourWords: 'Erayadaada',
  inYourWordsFor: 'Haddii “{option}”: erayadaada',
  day: 'Maalin',
  month: 'Bil',
  year: 'Sannad',
  questionOf: 'Su’aasha {number} ee qiyaastii {about}',
  room: 'Waxaad qori kartaa ilaa {characters} xaraf.',
  yes: 'Haa',
  no: 'Maya',
  somethingElse: 'Wax kale',
  noneOfThese: 'Kuwan midna',
  doNotKnow: 'Ma garanayo',
  preferNotToSay: 'Ma doonayo inaan sheego',

  mustEnter: 'Geli jawaabta “{title}”',
  mustSelect: 'Dooro jawaabta “{title}”',
  mustSelectSome: 'Dooro ugu yaraan hal jawaab oo “{title}” ah',
  mustExplain: 'Sheeg waxaad ula jeeddo “{option}”',
  selectYesOrNo: 'Dooro haa ama maya',
  selectShown: 'Dooro mid ka mid ah jawaabaha la muujiyay',
  selectSomeShown: 'Dooro hal ama in ka badan jawaabaha la muujiyay',
  selectOnce: 'Jawaab kasta hal mar dooro',
  selectAlone: 'Dooro “{option}” keligeed, ama ka saar oo hay kuwa kale',
  selectAtMost: 'Dooro {count} ama ka yar',
  selectAtLeast: 'Dooro ugu yaraan {count}',
  enterWords: 'Jawaabtaada eray ku qor',
  tooLong: 'Jawaabtaadu waa inay noqotaa {characters} xaraf ama ka yar',
  tooShort: 'Jawaabtaadu waa inay noqotaa {characters} xaraf ama ka badan',
  noDigits: 'Jawaabtaada ku qor tirooyin la’aan',
  oneLine: 'Jawaabtaada hal sadar ku qor',
  enterEmail: 'Geli ciwaan iimayl sida name@example.com',
  enterPhone: 'Geli lambar taleefan, sida 01632 960 001',
  enterNumber: 'Geli tiro, sida 4',
  numberFrom: 'Geli tiro ah {number} ama ka badan',
  numberTo: 'Geli tiro ah {number} ama ka yar',
  enterDate: 'Geli taariikh dhab ah, sida 27 3 2025',
  dateFrom: 'Geli taariikh ah {day} ama ka dib',
  dateTo: 'Geli taariikh ah {day} ama ka hor',
  checkAnswer: 'Hubi jawaabtaada “{title}”',

  checkHeading: 'Hubi jawaabahaaga',
  checkLead: 'Wax kasta waad beddeli kartaa intaanad dirin.',
  notAnswered: 'Lagama jawaabin',
  change: 'Beddel',
  sendLead: 'Jawaabahaaga waxaa la tiriyaa oo keliya markaad dirto.',
  send: 'Dir jawaabahayga',

  sentHeading: 'Mahadsanid. Jawaabahaagu way soo gaareen',
  reference: 'Lambarkaaga tixraaca',
  whatNext: 'Waxa xiga',
  willRead:
    'Wax kasta oo qoysasku qoraan waa la akhriyaa. Marka sahanku xirmo, waxaan si furan u sheegi doonnaa waxa qoysasku noo sheegeen iyo waxa ka soo bixi doona.',
  keepReference:
    'Qor lambarka haddii aad maalin uun rabto inaad jawaabahaaga tirtirto. Isaga adigaa tirtiri kara, qofna uma baahna inuu ogaado cidda aad tahay. Haddii kale uma baahnid.',
  another:
    'Qof kale oo qoyskaaga ah ayaa sidoo kale jawaabi kara: qof walba aragtidiisu waa muhiim.',
  sharedDevice: 'Haddii qof kale isticmaalo taleefankan ama kombiyuutarkan',
  clear: 'Tirtir boggan',

  savedHeading: 'Jawaabahaagu waa kaydsan yihiin. Weli lama dirin',
  phraseLead:
    'Afartan eray waxaad kaga sii wadi kartaa, taleefankan ama kombiyuutarkan ama mid kale:',
  phraseNumbers: 'Isla wixii oo tirooyin ah, haddii ay qoristu ka fududahay:',
  phraseKeep: 'Qor erayada ama sawir ka qaad. Ma hayno magac aan kugu heli karno.',
  keptUntil: 'Waxaad kaydisay waxaan haynaa ilaa dhammaadka {day}. Kadib waan tirtirnaa.',
  carryOnAt: 'Si aad u sii waddo, ku soo noqo ciwaankan:',
  savedHere: 'Taleefankan ama kombiyuutarkan ugama baahnid erayada.',
  takeOff: 'Ka saar jawaabahayga taleefankan ama kombiyuutarkan',
  takeOffHint: 'Markaas waxaa sii wadi kara oo keliya qofka haya afarta eray.',
  takenOff:
    'Jawaabahaagu kuma jiraan taleefankan ama kombiyuutarkan. Waxaad ku sii wadi kartaa afarta eray.',
  goOnNow: 'Hadda sii wad',

  phraseHeading: 'Sii wad jawaabaha kaydsan',
  phraseLabel: 'Afartaada eray',
  phraseHint: 'Sida {words}, ama afarta tiro',
  findSaved: 'Raadi jawaabahayga',
  phraseEmpty: 'Geli afartaada eray',
  phraseFour: 'Geli afar eray ama afar tiro, meel bannaan dhexdhig',
  phraseWord: '“{word}” kama mid aha erayadayada: hubi sida loo qoray',
  phraseUnknown:
    'Ma hayno jawaabo lagu kaydiyay erayadan. Eray walba hubi. Wixii la kaydiyay waxaa la tirtiraa {days} maalmood ka dib.',
  tooManyTries: 'Isku dayo badan ayaa dhacay. Sug 15 daqiiqo, kadib mar kale isku day',

  eraseHeading: 'Tirtir jawaabaha aad dirtay',
  eraseLead: 'Waxaad u baahan tahay lambarka tixraaca ee bogga aad aragtay dirista ka dib.',
  eraseHint: 'Sida {reference}',
  referenceEmpty: 'Geli lambarkaaga tixraaca',
  referenceUnknown:
    'Jawaabo sahankan ah oo lambarkan leh ma jiraan. Hubi xaraf iyo tiro kasta. Waxaa laga yaabaa in hore loo tirtiray.',
  eraseSureHeading: 'Ma rabtaa inaad tirtirto jawaabahan?',
  eraseSure:
    'Waxaa jira jawaabo leh lambarka {reference}. Haddii aad tirtirto, weligood way tagaan mana la tirinayo.',
  eraseNow: 'Tirtir jawaabahayga',
  eraseNot: 'Maya, hay',
  erasedHeading: 'Jawaabahaaga waa la tirtiray',
  erased: 'Qofna ma akhrin karo hadda, mana la tiriyo.',

  unknownHeading: 'Ma heli karno sahankan',
  unknown:
    'Mar kale fiiri ciwaanka ku qoran boodhka, warqadda ama fariinta. Qaybtiisa dambe waxay leedahay lix xaraf iyo tiro; weligeed ma laha xarfaha O, I ama L ama tirooyinka 0 iyo 1. Haddii uu sax yahay oo weli uusan shaqayn, u sheeg golaha.',
  failedHeading: 'Waan ka xunnahay, tani ma shaqayn',
  failed:
    'Qaladku waa annaga. Wixii aad kaydisay way badbaadaan. Dib u noqo oo mar kale isku day daqiiqad ka dib.',
  downHeading: 'Waan ka xunnahay, tani hadda ma shaqaynayso',
  downWait: 'Wixii aad kaydisay waa nabad. Sug daqiiqad, ka dibna isku day mar kale.',
  downKept:
    'Wixii aad qortay waxay ku jiraan boggan, welina nama soo gaarin. Bogga ha xirin, sug daqiiqad, ka dibna riix badhanka. In kasta oo aad dhowr jeer riixdo, hal mar ayaa la tirinayaa.',
  downAgain: 'Isku day mar kale',
  staleHeading: 'Boggan aad buu u furnaa',
  stale: 'Dib u noqo, bogga mar kale fur oo mar kale dir.',

  paperHow: 'Sida foomkan loo buuxiyo',
  paperTick: 'Calaamad ku dhig sanduuqa. Haddii aad qaldanto, si cad u jar.',
  paperSkip: 'Waad ka boodi kartaa su’aal kasta oo aanad rabin inaad ka jawaabto.',
  paperOnline: 'Beddelkeeda waxaad kaga jawaabi kartaa taleefan ama kombiyuutar:',
  paperReturn: 'Foomka u dir ama keen:',
  paperReturnBy: 'Fadlan soo celi ka hor {day}.',
  paperOne: 'Hal sanduuq calaamadee',
  paperSome: 'Calaamadee wax kasta oo khuseeya',
  paperSomeUpTo: 'Calaamadee ilaa {count}',
  paperWrite: 'Qor jawaabtaada',
  paperDate: 'Maalin, bil iyo sannad',
  paperNumber: 'Qor tiro',
  paperGoTo: 'Haddii aad calaamadisay {options}: u gudub su’aasha {number}',
  paperGoToEnd: 'Haddii aad calaamadisay {options}: u gudub dhammaadka',
  paperOnly: 'Ka jawaab oo keliya haddii: {condition}',
  paperOfQuestion: 'su’aasha {number}: {options}',
  paperNot: 'maaha',
  paperAnd: 'iyo',
  paperOrElse: 'ama',
  paperAnyAnswer: 'waad ka jawaabtay',
  paperNoAnswer: 'waad banneysay',
  paperLastPage: 'Taasi waxay ahayd su’aashii ugu dambaysay. Mahadsanid.',
  paperOffice: 'Golaha: lambarka xirmada iyo foomka',
  page: 'Bogga {number} ee {total}',

  sayHello:
    'Salaan. Waxaan qoysaska su’aalo ka weydiinayaa {authority}. Waxaa la yiraahdaa “{title}” waxayna qaadataa qiyaastii {minutes} daqiiqo.',
  sayFree:
    'Qasab ma aha inaad ka qayb gasho. Su’aal kasta waad ka boodi kartaa, waqti kastana waad joojin kartaa. Magacaaga ma qorayo.',
  sayMayWe: 'Ma bilaabi karaa?',
  sayThanks:
    'Mahadsanid. Kani waa lambarkaaga tixraaca. Isaga waxaad ku tirtiri kartaa jawaabahaaga.',
};
