import { unifyDashes } from '#shared/domain/base/text.ts';

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
  'owner',
  'cardId',
  'personId',
  'companyId',
  'optOut',
] as const;
export type Field = (typeof FIELDS)[number];

/** Headers seen in exports of card apps, address books, CRMs and event tools, per field; compared after `headerKey`. */
const ALIASES: Record<Field, string> = {
  company:
    '会社名,企業名,貴社名,御社名,勤務先,勤務先名,会社,会社・組織名,組織名,団体名,法人名,取引先名,所属,所属先,所属企業,社名,商号,会社名（日本語）,会社名/団体名,company,company name,organization,organization name,organisation,organization 1 - name,account name,associated company,firma',
  companyKana: '会社名カナ,会社名フリガナ,会社名ふりがな,会社よみ,会社カナ,organization 1 - yomi name',
  department:
    '部署,部署名,所属部署,所属部署名,部課,部課名,部門,部門名,department,organization department,organization 1 - department,abteilung',
  title:
    '役職,役職名,職位,肩書,肩書き,職名,job title,jobtitle,title,position,organization title,organization 1 - title,titel',
  fullName:
    '氏名,お名前,名前,姓名,担当者名,ご担当者名,担当者氏名,ご氏名,表示名,本名,名刺氏名,name,full name,fullname,lead name,contact name,user name original name,user name',
  lastName: '姓,苗字,名字,氏名姓,名前姓,お名前姓,漢字姓,last name,lastname,family name,surname,nachname',
  firstName: '名,氏名名,名前名,お名前名,漢字名,first name,firstname,given name,vorname',
  kana: 'フリガナ,ふりがな,よみ,よみがな,氏名カナ,氏名フリガナ,氏名ふりがな,お名前カナ,カナ,カナ氏名,yomi name',
  lastKana:
    '姓フリガナ,姓ふりがな,姓カナ,氏名カナ姓,氏名姓カナ,よみ姓,セイ,せい,苗字ふりがな,苗字フリガナ,phonetic last name,family name yomi',
  firstKana:
    '名フリガナ,名ふりがな,名カナ,氏名カナ名,氏名名カナ,よみ名,メイ,めい,名前フリガナ,名前ふりがな,phonetic first name,given name yomi',
  email:
    'e-mail,email,メール,メールアドレス,eメール,eメールアドレス,mail,mailaddress,電子メール,電子メールアドレス,電子メール アドレス,email address,e-mail 1 - value,e-mail address,pc メール,pcメールアドレス,連絡先メールアドレス,会社メールアドレス,個人メールアドレス',
  phoneMain:
    'tel会社,tel-1,tel,電話,電話番号,会社電話,会社電話番号,会社代表電話,代表電話,代表電話番号,勤務先電話番号,電話番号会社,連絡先電話番号,phone,phone number,phone 1 - value,business phone,company main phone,primary phone,telefon',
  phoneDirect: 'tel直通,直通,直通電話,直通番号,直通電話番号,電話番号直通',
  phoneDepartment: 'tel部門,tel-2,会社電話2,部門電話,電話番号部門,business phone 2',
  mobile:
    '携帯,携帯電話,携帯番号,携帯電話番号,携帯tel,携帯番号会社,mobile,mobile phone,mobile number,cell,cell phone,handy',
  fax: 'fax,fax番号,会社 fax,ファックス,ファクス,fax番号会社,business fax,fax number',
  postalCode:
    '郵便番号,〒,郵便番号会社,会社郵便番号,住所会社郵便番号,zip,zip code,zipcode,postal code,postcode,business postal code,address 1 - postal code',
  address:
    '住所,住所全て,会社住所,勤務先住所,所在地,住所会社,address,address 1 - formatted,business address,adresse',
  prefecture: '都道府県,住所都道府県,都道府県会社,住所会社都道府県,state,business state,address 1 - region',
  city: '市区町村,市町村,住所市区町村,住所市,住所区,市町村会社,住所会社市区町村,city,business city,address 1 - city',
  street:
    '番地,住所番地,番地会社,町名番地,住所1,住所2,住所3,住所2会社,住所3会社,住所会社市区町村以降,street,business street,business street 2,business street 3,address 1 - street',
  building: 'ビル名,建物名,建物,住所ビル名,address 1 - extended address',
  url: 'url,web,hp,ホームページ,web ページ,webサイト,ウェブサイト,ウェブ,website,website 1 - value,web page,webseite,会社url,url会社',
  metOn:
    '名刺交換日,交換日,取得日,登録日,登録日時,読取日時,来場日時,受付日時,受付日,来場日,created time,create date,connected on,join time,met on',
  tags: 'タグ,マイタグ,グループ,ラベル,labels,group membership,categories,分類,キーワード,tags',
  memo: 'メモ,備考,コメント,ノート,notes,note,接点メモ,description,memo',
  rank: 'ランク,温度感,確度,rating,見込み度',
  industry: '業種,業界,業種名,industry',
  employees: '従業員数,社員数,従業員規模,規模,企業規模,numberofemployees,company size',
  owner: '名刺所有者,名刺所有者名,担当者自社,自社担当者,登録者,contact owner,owner',
  cardId: '名刺id',
  personId: '人物id,record id,リードid,contact id',
  companyId: '会社id',
  optOut: '配信停止,メール配信停止,配信拒否,送信除外,donotemail,optout,opt out,email opt out',
};

/** Columns card apps add for their own use, and private contact data Dosen has no business with. */
const NOT_NEEDED =
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
}

const GROUPED = /^(email|phone|address|website|organization|電子メル)(\d)(.*)$/;

/** What a header names, by the alias dictionary; `(2)`, a trailing digit or a Google group number gives the set. */
export function readHeader(header: string): HeaderReading {
  const bracketed = /[(（［[]\s*(\d)\s*[)）］\]]/.exec(header.normalize('NFKC'));
  const key = headerKey(bracketed ? header.normalize('NFKC').replace(bracketed[0], '') : header);
  const set = bracketed ? Number(bracketed[1]) : 1;
  const exact = FIELD_OF.get(key);
  if (exact) return { field: exact, set, notNeeded: false };
  if (NOT_NEEDED_KEYS.has(key)) return { field: null, set, notNeeded: true };
  const group = GROUPED.exec(key);
  if (group) {
    const first = FIELD_OF.get(`${group[1]}1${group[3]}`) ?? FIELD_OF.get(`${group[1]}${group[3]}`);
    return { field: first ?? null, set: Number(group[2]), notNeeded: first === undefined };
  }
  const numbered = /^(.+?)(\d)$/.exec(key);
  const field = numbered ? (FIELD_OF.get(numbered[1] ?? '') ?? null) : null;
  return { field, set: field ? Number(numbered?.[2]) : set, notNeeded: false };
}
