/** Brackets that say how to fill a field in, not what it is: メールアドレス（半角）, 氏名（漢字）. 番地（郵便） is Salesforce's. */
const HINT =
  /[(（［[]\s*(?:半角|全角|漢字|数字|郵便(?=\s*[)）])|日本語|日中|ハイフン|例|複数|任意|必須|フルネーム)[^)）\]］]*[)）\]］]/g;

/** A header without hints for whoever fills the form in. */
export const withoutHints = (header: string): string => header.replace(HINT, '');

const POLITE_END =
  /(?:を|の)?(?:ご記入|ご入力|記入|入力|教えて|お教え|お聞かせ|お書き|選択|お選び)(?:して)?(?:ください|下さい|願います)?$/;
const POLITE_START = /^(?:ご|お|御|貴社の?|御社の?)(?!社)/;
/** 担当者役職 in a list of customers is the 役職 of whoever is named there. */
const OF_CONTACT = /^ご?担当者?(?:様)?の?(?=.)/;

/** A header key without the words of a form around it, word by word: 会社名を教えてください, ご所属部署名, 担当者役職. */
export function* withoutCourtesy(key: string): Generator<string> {
  let rest = key;
  for (const words of [POLITE_END, OF_CONTACT, POLITE_START]) {
    const less = rest.replace(words, '');
    if (less === rest || less.length < 2) continue;
    rest = less;
    yield rest;
  }
}

/** True for a header about the contact of a company, who is a person of the list only where no other column names one. */
export const isOfContact = (key: string): boolean => /^ご?担当/.test(key);

/** What a header gives the reading of (会社名 for 会社名カナ), or null. */
export const readingOf = (key: string): string | null =>
  /^(.+?)(?:フリガナ|ふりがな|カナ|かな|よみがな|よみ|ヨミ|読み|kana)$/.exec(key)?.[1] ?? null;

const MAIL = /配信|送信|受信|メル(?!アドレス)|dm|ニュスレタ|案内|email|subscri/;
const CHOICE =
  /停止|拒否|除外|不可|不要|禁止|解除|オプトアウト|可否|許可|希望|承諾|同意|購読|opt(?:ed)?out|donote?mail/;
/** Papers and samples are asked for once, mail comes again and again; when and how often says nothing of whether. */
const NOT_MAIL = /資料|サンプル|見本|カタログ|デモ|電話|時間|頻度|内容/;

/** True for a header key that says whether somebody wants mail, in one of many wordings. */
export const isAboutMail = (key: string): boolean =>
  /オプト(?:アウト|イン)|opt(?:ed)?out|optin|donotemail|unsubscribed|marketingconsent/.test(key) ||
  (MAIL.test(key) && CHOICE.test(key) && !NOT_MAIL.test(key));

/** True for a header under which yes means that mail may be sent (DM可否, メルマガ), not that it must stop (配信停止). */
export const isPermission = (header: string): boolean =>
  !/停止|拒否|除外|不可|不要|禁止|解除|アウト|ng$|out\b|out(?=of)|optout|do\s*not|unsub/i.test(
    header.normalize('NFKC'),
  );
