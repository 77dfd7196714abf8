import { unifyDashes } from '#shared/domain/base/text.ts';
import { isAboutMail, readingOf, withoutCourtesy, withoutHints } from './header-words.ts';

export const FIELDS = [
  'company',
  'companyKana',
  'department',
  'title',
  'fullName',
  'lastName',
  'firstName',
  'kana',
  'lastKana',
  'firstKana',
  'email',
  'phoneMain',
  'phoneDirect',
  'phoneDepartment',
  'mobile',
  'fax',
  'postalCode',
  'address',
  'prefecture',
  'city',
  'street',
  'building',
  'url',
  'metOn',
  'tags',
  'memo',
  'rank',
  'industry',
  'employees',
  'capital',
  'sales',
  'corporateNumber',
  'owner',
  'cardId',
  'personId',
  'companyId',
  'optOut',
  'doNotCall',
  'attendance',
  'minutes',
] as const;
export type Field = (typeof FIELDS)[number];

/** Headers seen in exports of card apps, address books, CRMs and event tools, per field; compared after `headerKey`. */
const ALIASES: Record<Field, string> = {
  company:
    '会社名,企業名,貴社名,御社名称,会社名称,企業名・団体名,御社名,勤務先,勤務先名,会社,会社・組織名,組織名,団体名,法人名,取引先名,所属,所属先,所属企業,社名,商号,会社名（日本語）,会社名/団体名,company,company name,organization,organization name,organisation,organization 1 - name,account name,associated company,firma,取引先,得意先名,会社名取引先,企業団体名,会社名団体名,勤務先会社名,所属会社,所属会社名,所属団体,所属組織',
  companyKana: '会社名カナ,会社名フリガナ,会社名ふりがな,会社よみ,会社カナ,organization 1 - yomi name',
  department:
    '部署,部署名,ご部署,ご所属部署,御社部署,所属部署,所属部署名,部課,部課名,部門,部門名,department,organization department,organization 1 - department,abteilung',
  title:
    '役職,役職名,お役職,ご役職,職位,肩書,肩書き,職名,job title,jobtitle,title,position,organization title,organization 1 - title,titel',
  fullName:
    '氏名,お名前,名前,担当者,ご担当者,ご芳名,姓名,担当者名,ご担当者名,担当者氏名,ご氏名,表示名,本名,名刺氏名,name,full name,fullname,lead name,contact name,user name original name,user name,担当,担当名,担当者様,ご担当者様,ご担当者様名,顧客名,お客様名,お客様氏名,参加者名,参加者氏名,申込者名,申込者氏名,来場者名,来場者氏名,contact person,contact,person,attendee name',
  lastName: '姓,苗字,名字,氏名姓,名前姓,お名前姓,漢字姓,last name,lastname,family name,surname,nachname,氏',
  firstName: '名,氏名名,名前名,お名前名,漢字名,first name,firstname,given name,vorname',
  kana: 'フリガナ,ふりがな,よみ,よみがな,氏名カナ,氏名フリガナ,氏名ふりがな,お名前カナ,カナ,カナ氏名,yomi name',
  lastKana:
    '姓フリガナ,姓ふりがな,姓カナ,氏名カナ姓,氏名姓カナ,よみ姓,セイ,せい,苗字ふりがな,苗字フリガナ,phonetic last name,family name yomi',
  firstKana:
    '名フリガナ,名ふりがな,名カナ,氏名カナ名,氏名名カナ,よみ名,メイ,めい,名前フリガナ,名前ふりがな,phonetic first name,given name yomi',
  email:
    'e-mail,email,ご連絡先メールアドレス,メール,メールアドレス,eメール,eメールアドレス,mail,mailaddress,電子メール,電子メールアドレス,電子メール アドレス,email address,e-mail 1 - value,e-mail address,pc メール,pcメールアドレス,連絡先メールアドレス,会社メールアドレス,個人メールアドレス,メルアド,携帯メール,メール携帯,携帯メールアドレス,勤務先メール,会社メール,work email,business email',
  phoneMain:
    'tel会社,tel-1,tel,電話,電話番号,お電話番号,ご連絡先,連絡先,代表,電話代表,tel代表,会社電話,会社電話番号,会社代表電話,代表電話,代表電話番号,勤務先電話番号,電話番号会社,連絡先電話番号,phone,phone number,phone 1 - value,business phone,company main phone,primary phone,telefon,電話番号代表,固定電話,電話番号固定,勤務先電話,会社tel,tel番号,tel no,phone no,office phone,work phone',
  phoneDirect: 'tel直通,直通,連絡先直通,電話直通,直通電話,直通番号,直通電話番号,電話番号直通',
  phoneDepartment: 'tel部門,tel-2,会社電話2,部門電話,電話番号部門,business phone 2',
  mobile:
    '携帯,携帯電話,連絡先携帯,tel携帯,電話携帯,電話番号携帯,携帯番号,携帯電話番号,携帯tel,携帯番号会社,mobile,mobile phone,mobile number,cell,cell phone,handy,スマートフォン,mobile no,mobile phone no,cell phone number',
  fax: 'fax,fax番号,会社 fax,ファックス,ファクス,fax番号会社,business fax,fax number,fax no,ファックス番号',
  postalCode:
    '郵便番号,〒,郵便番号会社,会社郵便番号,住所会社郵便番号,zip,zip code,zipcode,postal code,postcode,business postal code,address 1 - postal code,郵便番号郵便',
  address:
    '住所,ご住所,貴社住所,住所全て,会社住所,勤務先住所,所在地,住所会社,address,address 1 - formatted,business address,adresse',
  prefecture:
    '都道府県,住所都道府県,都道府県会社,住所会社都道府県,state,business state,address 1 - region,都道府県地域,都道府県郵便,prefecture,state/region',
  city: '市区町村,市町村,住所市区町村,住所市,住所区,市町村会社,住所会社市区町村,city,business city,address 1 - city,市区郡,市区郡郵便',
  street:
    '番地,住所番地,番地会社,町名番地,住所1,住所2,住所3,住所2会社,住所3会社,住所会社市区町村以降,street,business street,business street 2,business street 3,address 1 - street,町名番地郵便,住所市区町村以降,住所番地以降,市区町村以降,番地以降,丁目番地,番地等',
  building:
    'ビル名,建物名,建物,住所ビル名,address 1 - extended address,建物名等,ビル名等,ビル建物名,建物名部屋番号,建物名階数',
  url: 'url,web,hp,homepage,home page,ホームページ,web ページ,webサイト,ウェブサイト,ウェブ,website,website 1 - value,web page,webseite,会社url,url会社,webサイトurl,ウェブサイトurl,ホームページurl,url ホームページ',
  metOn:
    '名刺交換日,交換日,取得日,登録日,登録日時,読取日時,来場日時,受付日時,受付日,来場日,created time,create date,connected on,join time,met on,名刺登録日,交換日時,名刺交換日時,申込日,申込日時,登録日時,回答日時,タイムスタンプ,timestamp,出席日時,参加日,createddate,created date,met at',
  tags: 'タグ,マイタグ,グループ,ラベル,labels,group membership,categories,分類,キーワード,tags',
  memo: 'メモ,備考,備考欄,コメント,ノート,notes,note,接点メモ,description,memo,comment,comments,remarks,摘要,特記事項,所感,メモ欄,面談メモ,商談メモ,会話メモ,会話内容,詳細情報,説明',
  rank: 'ランク,温度感,確度,rating,見込み度',
  industry: '業種,業界,業種名,industry',
  employees: '従業員数,社員数,従業員規模,規模,企業規模,numberofemployees,number of employees,company size',
  capital: '資本金,資本金額,capital',
  sales: '売上,売上高,売上規模,年商,年間売上,年間売上高,annual revenue,revenue',
  corporateNumber: '法人番号,法人番号13桁,corporate number',
  owner:
    '名刺所有者,名刺所有者名,担当者自社,自社担当者,登録者,contact owner,owner,所有者,名刺交換者,リード所有者,取引先責任者所有者,コンタクト担当者,コンタクト所有者,見込み客の担当者,営業担当,営業担当者,担当営業,弊社担当,弊社担当者,当社担当,当社担当者,自社担当,社内担当者,lead owner,account owner,assigned to',
  cardId: '名刺id',
  personId: '人物id,record id,リードid,contact id,レコードid',
  companyId: '会社id',
  optOut:
    '配信停止,送信除外,配信拒否,配信不可,配信可否,do not email,unsubscribed,' +
    'dm,dm送付,メルマガ,メルマガ配信,メルマガ登録,メールマガジン,メールマガジン配信,メールマガジン登録,メール配信,案内メール,案内メール送付,ニュースレター,email subscription',
  doNotCall:
    '電話禁止,架電禁止,電話不可,架電不可,電話ng,架電ng,テレコール禁止,テレアポ禁止,電話拒否,電話可否,架電可否,do not call,donotcall,do not phone,phone opt out',
  attendance:
    'attended,attendance,attendance status,参加ステータス,出欠ステータス,出欠,出欠状況,出席,出席フラグ,出席状況,出席有無,参加状況,参加有無,来場有無,来場状況',
  minutes:
    'time in session (minutes),滞在時間,滞在時間（分）,視聴時間,視聴時間（分）,参加時間,参加時間（分）',
};

/** Columns card apps add for their own use, and private contact data Dosen has no business with. */
const NOT_NEEDED =
  'ユーザー名,メールアドレス確認,メールアドレス確認用,作成者,更新者,最終更新者,最終ログイン日時,lastmodifieddate,国郵便,country/region,会社名略称,略称,会社略称,更新日時,更新日,最終更新日,最終更新日時,名刺更新日時,作成日時,作成日,利用開始日,registration time,leave time,last modified,設立,設立年月,設立年月日,設立日,創立,代表者名,代表者氏名,file as,name prefix,name suffix,ミドル ネーム,middle name,country,business country,' +
  "eightでつながっている人,再データ化中の名刺,'?'を含んだデータ,名刺所有者ユーザid,読み取り精度,会社名（英名）,英字氏名,国,国/地域,ニックネーム,nickname,spitzname,敬称,イニシャル,自宅電話,自宅 fax,home phone,home fax,home address,誕生日,birthday,記念日,anniversary,性別,gender,photo,優先度,priority,秘密度,sensitivity,プライベート,private,行,理由,line,reason";

/** A header as it is compared: NFKC, lower case, without spaces, line ends, brackets, dashes and 必須 marks. */
export const headerKey = (header: string): string =>
  unifyDashes(header.normalize('NFKC').toLowerCase())
    .replace(/必須|任意|[\s※*()[\]{}【】「」〔〕<>"'’:：・_/,.-]/g, '')
    .trim();

const FIELD_OF = new Map<string, Field>();
for (const field of FIELDS)
  for (const alias of ALIASES[field].split(',')) FIELD_OF.set(headerKey(alias), field);
/** The header our own files give a field: the first of its aliases. */
export const headerOf = (field: Field): string => ALIASES[field].split(',')[0] ?? field;

const NOT_NEEDED_KEYS = new Set(NOT_NEEDED.split(',').map(headerKey));

export interface HeaderReading {
  field: Field | null;
  /** 1 for the first set of numbered columns (`TEL-1(2)` belongs to set 2). */
  set: number;
  notNeeded: boolean;
  /** The header of a question: the cell is an answer. */
  isQuestion?: boolean;
}

/** Headers of what concerns nobody here: the home, the family, birthdays, and the third address of an address book. */
const PRIVATE =
  /自宅|^home(?!page)|その他(?:地域)?$|^その他の?(?:fax|電話|住所|メル)|^other(?:phone|fax|street|address|city|state|postal|country)|配偶者|spouse|子供|children|誕生|birthday|生年月日|記念日|anniversary|血液型|個人(?:電話|住所|携帯)|住所個人/;
/** Google's further groups: anniversaries, relations, chat names. */
const GROUPED_PRIVATE = /^(?:event|customfield|relation|im|jot|calendarlink|externalid)\d/;
/** Headers of questions somebody answered: what was said belongs to the memo. */
const QUESTION =
  /^q\d|^問\d|^設問|アンケト|質問|要望|関心|興味|課題|お問い?合わ?せ|導入時期|導入予定|検討|予算|ご相談|接客内容|商談内容|ヒアリング/;
/** The unit of an amount in its header: 資本金(百万円). */
const UNIT = /[(（]\s*(?:単位[:：]?)?\s*(?:億|千万|百万|十万|万|千)?円\s*[)）]/;

const GROUPED = /^(email|phone|address|website|organization|電子メル)(\d)(.*)$/;

/** The field of a key, also with 勤務先 in it (Windows writes 電話番号 (勤務先)). */
const fieldOfWord = (key: string): Field | undefined =>
  FIELD_OF.get(key) ?? (key.includes('勤務先') ? FIELD_OF.get(key.replace('勤務先', '')) : undefined);

/** The field of a key, or of the name it is the reading of (担当者名カナ). */
function fieldOfName(key: string): Field | undefined {
  const read = readingOf(key);
  const named = read === null ? undefined : fieldOfWord(read);
  return fieldOfWord(key) ?? (named && READINGS.get(named));
}

/** The field of a key, also with the words of a form around it. */
function fieldOfKey(key: string): Field | undefined {
  const named = fieldOfName(key);
  if (named) return named;
  if (isAboutMail(key)) return 'optOut';
  return withoutCourtesy(key)
    .map(fieldOfName)
    .find(field => field !== undefined);
}

const READINGS: ReadonlyMap<Field, Field> = new Map([
  ['company', 'companyKana'],
  ['fullName', 'kana'],
  ['lastName', 'lastKana'],
  ['firstName', 'firstKana'],
]);

/** What a header names, by the alias dictionary; `(2)`, a trailing digit or a Google group number gives the set. */
export function readHeader(header: string): HeaderReading {
  const plain = withoutHints(header.normalize('NFKC').replace(UNIT, ''));
  const bracketed = /[(（［[]\s*(\d)\s*[)）］\]]/.exec(plain);
  const key = headerKey(bracketed ? plain.replace(bracketed[0], '') : plain);
  const set = bracketed ? Number(bracketed[1]) : 1;
  if (NOT_NEEDED_KEYS.has(key) || PRIVATE.test(key) || GROUPED_PRIVATE.test(key))
    return { field: null, set, notNeeded: true };
  const exact = fieldOfKey(key);
  if (exact) return { field: exact, set, notNeeded: false };
  const group = GROUPED.exec(key);
  if (group) {
    const first = FIELD_OF.get(`${group[1]}1${group[3]}`) ?? FIELD_OF.get(`${group[1]}${group[3]}`);
    return { field: first ?? null, set: Number(group[2]), notNeeded: first === undefined };
  }
  const numbered = /^(.+?)(\d)$/.exec(key);
  const field = numbered ? (fieldOfKey(numbered[1] ?? '') ?? null) : null;
  if (field === null && QUESTION.test(key)) return { field: null, set, notNeeded: false, isQuestion: true };
  return { field, set: field ? Number(numbered?.[2]) : set, notNeeded: false };
}
