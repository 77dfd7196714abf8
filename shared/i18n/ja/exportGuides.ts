const whoUnknown =
  '公開されている情報では確かめられませんでした。メニューがなければ、契約や社内の管理者に確認してください。';

/** How cards come out of the apps people keep them in. Only what was seen in files or public pages is stated as a fact. */
export const exportGuides = {
  title: '名刺アプリからの出し方',
  note: '画面の名前は変わることがあります。',
  who: '書き出せる人',
  file: '出てくるファイル',
  care: '知っておくこと',
  checked: (on: string) => `確認日 ${on}`,
  apps: {
    eight: {
      name: 'Eight',
      steps: [
        'パソコンのブラウザーで Eight を開きます。',
        '名刺データを CSV でダウンロードします。文字コードは UTF-8 でも Shift_JIS でもかまいません。',
        'できた CSV を、開かずにそのままここに置きます。',
      ],
      who: '有料の Eight プレミアムの人だけです。',
      file: 'CSV。先頭に説明の行が付くことがあります。自分で付けたタグは1列ずつになり、ここでタグに戻します。',
      care: 'フリガナは入りません。名刺交換日は、登録した日のことがあります。Eight Team の書き出しは、公開された説明が見つかりませんでした。',
    },
    sansan: {
      name: 'Sansan',
      steps: [
        'Sansan で、名刺を CSV に書き出します。',
        '「名刺出力」で始まる名前の CSV ができます。',
        '開かずに、そのままここに置きます。',
      ],
      who: whoUnknown,
      file: 'CSV(UTF-8)。人物IDや名刺所有者の列が入ることがあります。',
      care: '人物IDがあれば、同じ人を見分けるのに使います。名刺所有者の名前は、担当を決めるのに使います。',
    },
    mybridge: {
      name: 'myBridge',
      steps: [
        'myBridge で、名刺を Excel に書き出します。',
        'できた Excel ファイルを、そのままここに置きます。',
      ],
      who: whoUnknown,
      file: 'Excel。会社名、名前、部署、名刺交換日などの列があります。',
      care: 'わからない列があれば、項目を選んでください。次からは覚えています。',
    },
    camcard: {
      name: 'CAMCARD',
      steps: ['CAMCARD で、連絡先を書き出します。', 'できたファイルを、そのままここに置きます。'],
      who: whoUnknown,
      file: '名前は .csv でも、中身はタブ区切りです。見出しは、アプリで使っている言語になります。',
      care: '1つの欄に電話番号が何件も入ります。ここで1件ずつに分けます。',
    },
    outlook: {
      name: 'Outlook',
      steps: [
        'パソコンの Outlook で、連絡先を CSV に書き出します。',
        'できた CSV を、そのままここに置きます。',
      ],
      who: whoUnknown,
      file: 'CSV。日本語版は95列で、文字コードは Shift_JIS です。',
      care: 'Outlook の「肩書き」は敬称で、「役職」とは別です。ここで見分けます。',
    },
    google: {
      name: 'Google',
      steps: [
        'パソコンのブラウザーで、Google コンタクトを CSV に書き出します。',
        'Excel で開いて保存し直さずに、そのままここに置きます。',
      ],
      who: whoUnknown,
      file: 'CSV(UTF-8)。日本語の連絡先でも、見出しは英語です。',
      care: 'Excel で開くと文字が化けることがあり、保存し直すと元に戻せません。',
    },
    organiser: {
      name: '主催者リスト',
      steps: [
        '主催者から届いたファイルを、そのままここに置きます。',
        '冒頭の説明や末尾の合計は、読みとばします。',
        'わからない列だけ、項目を選びます。次からは覚えています。',
      ],
      who: '届いた名簿をどう使ってよいかは、主催者の決まりを確かめてください。',
      file: 'CSV や Excel。列は主催者ごとにちがいます。',
      care: '入手方法は「主催者リスト・バーコード」を選びます。Peatix で集めたメールアドレスは、別に同意がなければ宣伝に使えません。',
    },
    excel: {
      name: 'Excel',
      steps: [
        'Excel ファイルを、そのままここに置きます。',
        '一部だけなら、見出しごとコピーして「貼り付け」を使います。',
      ],
      who: 'ファイルを持っている人ならだれでも。',
      file: 'Excel か CSV。見出しは1行目になくてもかまいません。',
      care: '先頭の0が消えた電話番号は、補って印を付けます。3.00E+09 のようになった番号は、元に戻せません。',
    },
  },
} as const;
