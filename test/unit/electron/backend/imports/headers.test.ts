import { describe, expect, it } from 'vitest';
import { brief, cardsOf, fileOf, readFile } from '#test/helpers/card-brief.ts';
import { cp932 } from '#test/helpers/cp932.ts';

/** The card of one row under these headers, as CP932. */
async function cardUnder(headers: string, cells: string): Promise<Record<string, unknown>> {
  const { cards } = await readFile(await fileOf('cards.csv', cp932(`${headers}\r\n${cells}\r\n`)));
  const [card, ...others] = cards;
  if (!card || others.length > 0) throw new Error('not one card');
  return brief(card);
}
const productOf = async (headers: string, cells: string) =>
  (await readFile(await fileOf('cards.csv', `${headers}\r\n${cells}\r\n`))).reading.product?.product;

describe('somebody who wants no mail', () => {
  it.each([
    ['メール送信除外', '1'],
    ['メールの受信拒否', 'TRUE'],
    ['すべてのEメールの配信停止', 'true'],
    ['メールのオプトアウト', '済'],
    ['オプトアウト', '○'],
    ['HasOptedOutOfEmail', '1'],
    ['メルマガ', '不要'],
    ['メルマガ配信', '不可'],
    ['DM', '×'],
    ['案内メール送付', 'しない'],
    ['今後の案内メールを希望しますか？', 'いいえ'],
    ['メルマガ購読を希望する', '希望しない'],
    ['メール許可', 'FALSE'],
    ['配信停止希望', '1'],
    ['配信停止日', '2026/04/01'],
    ['Opt In', 'No'],
    ['Marketing consent', 'false'],
  ])('is not written to because a file says it in other words: %s = %s', async (header, cell) =>
    expect(await cardUnder(`会社名,氏名,${header}`, `架空,佐藤 一,${cell}`)).toMatchObject({ optOut: true }),
  );
  it.each([
    ['電話禁止', '○'],
    ['架電NG', '1'],
    ['電話可否', '不可'],
    ['DoNotCall', 'TRUE'],
  ])('is not called because the file says so: %s = %s', async (header, cell) =>
    expect(await cardUnder(`会社名,氏名,${header}`, `架空,佐藤 一,${cell}`)).toMatchObject({
      doNotCall: true,
    }),
  );
  it.each([
    ['電話可否', '可'],
    ['DoNotCall', 'FALSE'],
    ['架電禁止', ''],
  ])('may be called where the file says nothing against it: %s = %s', async (header, cell) =>
    expect(await cardUnder(`会社名,氏名,${header}`, `架空,佐藤 一,${cell}`)).not.toHaveProperty('doNotCall'),
  );
  it.each([
    ['メールの受信拒否', 'FALSE'],
    ['メルマガ', '○'],
    ['DM', '可'],
    ['案内メール送付', 'する'],
    ['配信停止希望', ''],
    ['資料送付希望', 'いいえ'],
    ['配信希望時間帯', 'なし'],
    ['Opt-in', 'Yes'],
    ['メールアドレス', ''],
  ])('nobody else is taken for one: %s = %s', async (header, cell) =>
    expect(await cardUnder(`会社名,氏名,${header}`, `架空,佐藤 一,${cell}`)).not.toHaveProperty('optOut'),
  );
});

describe('words that mean another thing beside others', () => {
  it('the colleague in charge is not taken for the person on the card', async () => {
    for (const headers of ['担当者,会社名,氏名', '担当,会社名,お名前', '営業担当,会社名,氏名'])
      expect(await cardUnder(headers, '鈴木,架空,佐藤 一')).toEqual({
        name: '佐藤 一',
        company: '架空',
        owner: '鈴木',
      });
    expect(
      await cardUnder('会社名,氏名,担当者メール,担当者コメント', '架空,佐藤 一,suzuki@own.example,来週電話'),
    ).toEqual({ name: '佐藤 一', company: '架空', memo: '来週電話' });
    expect(await cardUnder('会社名,ご担当者様名', '架空,佐藤 一')).toMatchObject({ name: '佐藤 一' });
    expect(await cardUnder('会社名,担当者,担当者役職', '架空,佐藤 一,部長')).toEqual({
      name: '佐藤 一',
      company: '架空',
      title: '部長',
    });
  });
  it('顧客名 is the company of a list that names people beside it, and a person beside a company', async () => {
    expect(await cardUnder('顧客名,担当者,TEL', '架空,佐藤 一,03-0000-0001')).toMatchObject({
      name: '佐藤 一',
      company: '架空',
    });
    expect(await cardUnder('顧客名,会社名,担当', '佐藤 一,架空,鈴木')).toEqual({
      name: '佐藤 一',
      company: '架空',
      owner: '鈴木',
    });
  });
  it('所属 before 会社名 is not taken for the company', async () =>
    expect(await cardUnder('氏名,所属,会社名', '佐藤 一,営業部,架空')).toEqual({
      name: '佐藤 一',
      company: '架空',
      department: '営業部',
    }));
  it('the reading of the company does not become the reading of the person', async () => {
    const both = { name: '佐藤 一', kana: 'サトウ ハジメ', company: '架空', companyKana: 'カクウ' };
    expect(await cardUnder('会社名,フリガナ,氏名,フリガナ', '架空,カクウ,佐藤 一,サトウ ハジメ')).toEqual(
      both,
    );
    expect(
      await cardUnder('取引先名,取引先名カナ,担当者名,担当者名カナ', '架空,カクウ,佐藤 一,サトウ ハジメ'),
    ).toEqual(both);
  });
  it('the second of two posts is not lost', async () => {
    const post = { title: '取締役 / 営業部長', department: '営業本部 第一部' };
    expect(
      await cardUnder('会社名,氏名,部署1,部署2,役職1,役職2', '架空,佐藤 一,営業本部,第一部,取締役,営業部長'),
    ).toMatchObject(post);
  });
  it('a post at a second company is not given to the first, and the second company is named', async () => {
    const [card] = await cardsOf(
      [
        'Name',
        'Organization 1 - Name',
        'Organization 1 - Title',
        'Organization 2 - Name',
        'Organization 2 - Title',
      ],
      ['佐藤 一', '架空', '部長', '見本', '顧問'],
    );
    expect(card).toMatchObject({ title: '部長', company: { name: '架空' } });
    expect(card?.notes).toContainEqual({ code: 'companySeveral', text: '架空\n見本' });
  });
  it.each(['No.', 'レコード番号', '顧客コード', '枚数', '参加人数', 'ID'])(
    'a column of ones under %s is no tag',
    async header =>
      expect(await cardUnder(`${header},会社名,氏名`, '1,架空,佐藤 一')).not.toHaveProperty('tags'),
  );
  it.each(['次回予定日', '契約更新期限', '最終更新', '納品日'])(
    'a day under %s is not the day the card was exchanged',
    async header =>
      expect(await cardUnder(`会社名,氏名,${header}`, '架空,佐藤 一,2026/12/02')).not.toHaveProperty('metOn'),
  );
});

describe('headers of forms and tools', () => {
  it('a form that asks in whole sentences loses no column', async () => {
    const form =
      '貴社名をご記入ください,お名前（漢字）,お名前（フリガナ）,ご所属部署名,お役職名,メールアドレス（半角）,お電話番号（日中のご連絡先）,郵便番号（ハイフンなし）,ご住所（都道府県）,ご住所（市区町村以降）';
    expect(
      await cardUnder(
        form,
        '架空,佐藤 一,サトウ ハジメ,営業部,部長,a@x.example,03-0000-0001,1000001,東京都,千代田区1-1',
      ),
    ).toEqual({
      name: '佐藤 一',
      kana: 'サトウ ハジメ',
      company: '架空',
      department: '営業部',
      title: '部長',
      emails: ['a@x.example'],
      phones: ['main 03-0000-0001'],
      postal: '100-0001',
      address: '東京都千代田区1-1',
    });
  });
  it('Salesforce in Japanese keeps its address, its owner and who is not written to', async () => {
    const headers =
      'リード ID,姓,名,会社名 / 取引先,郵便番号(郵便),都道府県(郵便),市区郡(郵便),町名・番地(郵便),リード 所有者,メール送信除外';
    const cells = '00Q1,高橋,一郎,架空電機,100-0005,東京都,千代田区,丸の内1-1,鈴木 花子,1';
    expect(await cardUnder(headers, cells)).toEqual({
      name: '高橋 一郎',
      company: '架空電機',
      postal: '100-0005',
      address: '東京都千代田区丸の内1-1',
      owner: '鈴木 花子',
      id: 'salesforce:00Q1',
      optOut: true,
    });
  });
  it.each([
    ['hubspot', 'レコードID,名,姓,コンタクト担当者', '1,一,佐藤,鈴木'],
    ['zoho', '見込み客の担当者,姓,名,会社名', '鈴木,佐藤,一,架空'],
    ['salesforce', 'Id,FirstName,LastName,Company,LeadSource,OwnerId', '1,Ken,Sato,Foo,Web,5'],
    ['hotProfile', '会社名,会社名略称,姓,ステータス,公開ステータス', '架空,架空,佐藤,新規,公開'],
  ])('%s is recognised', async (product, headers, cells) =>
    expect(await productOf(headers, cells)).toBe(product),
  );
  it('headers in English as people abbreviate them', async () =>
    expect(
      await cardUnder(
        'Company Name,Contact Person,Tel.,Mobile Phone No.,Fax No.,Comments',
        'Foo,Ken Sato,03-0000-0001,090-0000-0001,03-0000-0002,hi',
      ),
    ).toEqual({
      name: 'Ken Sato',
      company: 'Foo',
      phones: ['main 03-0000-0001', 'mobile 090-0000-0001', 'fax 03-0000-0002'],
      memo: 'hi',
    }));
});
