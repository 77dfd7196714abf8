import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts';
import { formatBytes, formatDateTime } from '#shared/i18n/format.ts';

type Part<C extends ErrorCode> = string | ((data: ErrorData<C>) => string);
/** What happened, what became of the data, what to do next. */
export type ErrorTexts = {
  readonly [C in ErrorCode]: { readonly what: Part<C>; readonly data: Part<C>; readonly next: Part<C> };
};

/** One text per error code; a code without one fails the build. */
export const errorCodes = {
  STORE_NOT_OPEN: {
    what: '開いている名簿がありません。',
    data: 'なにも変わっていません。',
    next: '名簿を開くか、新しく作ってください。',
  },
  STORE_NOT_FOUND: {
    what: ({ name }: ErrorData<'STORE_NOT_FOUND'>) => `「${name}」が見つかりません。`,
    data: 'なにも変わっていません。',
    next: '移動や名前の変更がないか確かめて、もう一度選んでください。',
  },
  STORE_EXISTS: {
    what: ({ name }: ErrorData<'STORE_EXISTS'>) => `「${name}」はすでにあります。`,
    data: 'もとの名簿はそのままです。',
    next: '別の名前にするか、ある名簿を開いてください。',
  },
  STORE_IN_USE: {
    what: ({ host, since }: ErrorData<'STORE_IN_USE'>) =>
      `別のところでこの名簿を使っています(${host}${since === null ? '' : '・' + formatDateTime(since, 'ja')})。`,
    data: '名簿の内容は無事です。',
    next: '閲覧だけなら開けます。書き込むには、先に使っている方を閉じてください。',
  },
  STORE_READ_ONLY: {
    what: '閲覧用で開いているので、書き込めません。',
    data: 'なにも変わっていません。',
    next: '書き込むには、親のパソコンで開いてください。',
  },
  STORE_FROM_FUTURE: {
    what: ({ version }: ErrorData<'STORE_FROM_FUTURE'>) => `新しい版の導線で作られた名簿です(${version})。`,
    data: '名簿には手を付けていません。',
    next: 'このパソコンの導線を新しくしてから開いてください。',
  },
  STORE_CORRUPT: {
    what: ({ name }: ErrorData<'STORE_CORRUPT'>) => `「${name}」は一部が壊れています。`,
    data: '壊れたファイルはそのまま残してあります。',
    next: '控え(バックアップ)から戻せます。',
  },
  STORE_FOREIGN: {
    what: ({ name }: ErrorData<'STORE_FOREIGN'>) => `「${name}」は導線の名簿ではありません。`,
    data: 'ファイルには手を付けていません。',
    next: '導線で作った名簿を選んでください。',
  },
  STORE_SYNCED_FOLDER: {
    what: ({ provider }: ErrorData<'STORE_SYNCED_FOLDER'>) => `名簿が同期フォルダー(${provider})にあります。`,
    data: '名簿には手を付けていません。',
    next: '同期の途中で壊れることがあります。このパソコンに移して開いてください。',
  },
  STORE_FULL: {
    what: '保存先の空きが足りません。',
    data: 'この変更はまだ保存していません。前の内容は無事です。',
    next: '空きを作ってから、もう一度お試しください。',
  },
  STORE_PRACTICE_ONLY: {
    what: '練習モードだけの機能です。',
    data: 'なにも変わっていません。',
    next: '練習モードに切り替えるとお使いいただけます。',
  },
  FILE_REF_UNKNOWN: {
    what: '選んだファイルの控えがなくなりました。',
    data: 'まだ何も取り込んでいません。',
    next: 'もう一度ファイルを選んでください。',
  },
  FILE_NOT_FOUND: {
    what: ({ name }: ErrorData<'FILE_NOT_FOUND'>) => `「${name}」が見つかりません。`,
    data: 'まだ何も取り込んでいません。',
    next: 'ファイルの場所を確かめて、もう一度選んでください。',
  },
  FILE_EMPTY: {
    what: ({ name }: ErrorData<'FILE_EMPTY'>) => `「${name}」は中身が空です。`,
    data: 'まだ何も取り込んでいません。',
    next: '書き出しをやり直したファイルを選んでください。',
  },
  FILE_NOT_TEXT: {
    what: ({ name, kind }: ErrorData<'FILE_NOT_TEXT'>) =>
      `「${name}」は CSV、Excel、vCard のどれでもありません(${kind})。`,
    data: 'まだ何も取り込んでいません。',
    next: '名刺アプリや Excel で CSV か .xlsx に書き出してから選んでください。',
  },
  FILE_GARBLED: {
    what: ({ name, line }: ErrorData<'FILE_GARBLED'>) =>
      `「${name}」は壊れていて、${line}行目から先の文字が読めません。`,
    data: 'まだ何も取り込んでいません。',
    next: '名刺アプリからもう一度書き出してください。UTF-8 か Shift_JIS を選べるなら、そちらにしてください。',
  },
  FILE_OLD_EXCEL: {
    what: ({ name }: ErrorData<'FILE_OLD_EXCEL'>) => `「${name}」は古い Excel の形式(.xls)です。`,
    data: 'まだ何も取り込んでいません。',
    next: 'Excel で開き、「.xlsx」か CSV で保存し直してから選んでください。',
  },
  FILE_LOCKED: {
    what: ({ name }: ErrorData<'FILE_LOCKED'>) => `「${name}」にはパスワードがかかっています。`,
    data: 'まだ何も取り込んでいません。',
    next: 'パスワードを外して保存し直してから選んでください。',
  },
  FILE_WORKBOOK_BROKEN: {
    what: ({ name }: ErrorData<'FILE_WORKBOOK_BROKEN'>) => `「${name}」は Excel のファイルとして読めません。`,
    data: 'まだ何も取り込んでいません。',
    next: 'Excel で開けるか確かめ、保存し直すか CSV にしてから選んでください。',
  },
  FILE_TOO_LARGE: {
    what: ({ name, limit }: ErrorData<'FILE_TOO_LARGE'>) =>
      `「${name}」は大きすぎます(上限 ${formatBytes(limit)})。`,
    data: 'まだ何も取り込んでいません。',
    next: 'いくつかのファイルに分けて取り込んでください。',
  },
  FILE_LINE_TOO_LONG: {
    what: ({ name, line }: ErrorData<'FILE_LINE_TOO_LONG'>) => `「${name}」の ${line}行目が長すぎます。`,
    data: 'まだ何も取り込んでいません。',
    next: 'その行の引用符(")が閉じているか確かめてください。',
  },
  FILE_NO_ROWS: {
    what: ({ name }: ErrorData<'FILE_NO_ROWS'>) => `「${name}」には名刺の行がありません。`,
    data: 'まだ何も取り込んでいません。',
    next: '見出しの行と区切り文字を確かめるか、別のファイルを選んでください。',
  },
  FILE_QUOTE_OPEN: {
    what: ({ name, line }: ErrorData<'FILE_QUOTE_OPEN'>) =>
      `「${name}」の ${line}行目で引用符(")が閉じていません。`,
    data: 'まだ何も取り込んでいません。',
    next: 'その行を直すか、書き出しをやり直してください。',
  },
  IMPORT_NO_NAME_COLUMN: {
    what: '会社名か氏名の列が決まっていません。',
    data: 'まだ何も取り込んでいません。',
    next: '「列の対応」で、会社名か氏名に当たる列を選んでください。',
  },
  HOLIDAYS_NOT_FOUND: {
    what: ({ name }: ErrorData<'HOLIDAYS_NOT_FOUND'>) => `「${name}」に、1年分そろった祝日が見つかりません。`,
    data: '祝日は変わっていません。',
    next: '内閣府の「国民の祝日」の CSV(syukujitsu.csv)かどうか、確かめてください。',
  },
  INVALID_INPUT: {
    what: ({ issues }: ErrorData<'INVALID_INPUT'>) =>
      `入力に直すところがあります${
        issues.length === 0
          ? ''
          : '(' +
            issues
              .map(issue => issue.path)
              .filter(path => path !== '')
              .join('、') +
            ')'
      }。`,
    data: 'まだ保存していません。入力した内容は残っています。',
    next: '直してから、もう一度お試しください。',
  },
  NOT_FOUND: {
    what: '探していたものが見つかりません。',
    data: 'なにも変わっていません。',
    next: '消されたか、元に戻されたのかもしれません。一覧から選び直してください。',
  },
  MERGE_SAME_LEAD: {
    what: 'どちらも同じ人です。',
    data: 'なにも変わっていません。',
    next: 'まとめる相手をもう一度選んでください。',
  },
  LEAD_NEEDS_NAME: {
    what: '会社名か氏名のどちらかが必要です。',
    data: 'まだ保存していません。入力した内容は残っています。',
    next: 'どちらかを入れて、もう一度保存してください。',
  },
  PHONE_INVALID: {
    what: '電話番号として読めません。',
    data: 'まだ保存していません。入力した内容は残っています。',
    next: '数字とハイフンで入れてください。例 03-1234-5678',
  },
  CONFIRM_DIFFERS: {
    what: '入力した名前が、この人の氏名と違います。',
    data: '何も消していません。',
    next: '画面の氏名をそのまま入れてください。',
  },
  JOB_CANCELLED: {
    what: '中止しました。',
    data: '途中までの分は残していません。',
    next: '続けるときは、はじめからやり直してください。',
  },
  JOB_RUNNING: {
    what: '同じ作業がまだ動いています。',
    data: '動いている作業はそのまま続いています。',
    next: '終わるのを待つか、中止してからお試しください。',
  },
  UNDO_NOT_POSSIBLE: {
    what: 'この操作は元に戻せません。',
    data: 'なにも変わっていません。',
    next: '送ったメールや印刷したものは戻りません。必要なところを直接直してください。',
  },
  UNDO_ALREADY_DONE: {
    what: 'この操作は、すでに元に戻してあります。',
    data: 'なにも変わっていません。',
    next: '履歴で今の状態を確かめられます。',
  },
  CALL_RECORDED: {
    what: 'この行の結果は、もう記録されています。',
    data: '前に記録した結果のままです。',
    next: '直すときは、前の記録を元に戻してから入れ直してください。',
  },
  NEXT_NOT_POSSIBLE: {
    what: 'その予定は、いまのこの人には入れられません。',
    data: '次回の予定は前のままです。',
    next: '電話禁止・電話番号・会社区分・段階を確かめるか、別の予定を選んでください。',
  },
  CALL_NEEDS: {
    what: 'この結果には、かけ直す日時や理由が必要です。',
    data: 'まだ記録していません。',
    next: '日時か理由を入れて、もう一度記録してください。',
  },
  CRITERIA_NOT_MET: {
    what: '商談化基準の必須がそろっていません。',
    data: 'まだ引き渡していません。',
    next: '足りない項目を確かめるか、それでも引き渡す理由を書いてください。',
  },
  HANDOVER_NOT_POSSIBLE: {
    what: 'この商談は、もう営業に渡っています。',
    data: '前の引き渡しのままです。',
    next: '返事を待っているときは、先に引き受けるか差し戻してください。',
  },
  HANDOVER_ANSWERED: {
    what: 'この引き渡しには、もう返事があります。',
    data: '前の返事のままです。',
    next: '直すときは、前の返事を元に戻してから入れ直してください。',
  },
  DEAL_CLOSED: {
    what: 'この商談はもう終わっています。',
    data: 'なにも変わっていません。',
    next: '動かすときは、終わらせた操作を元に戻してください。',
  },
  DEAL_WAITS: {
    what: 'この商談は、引き渡しの返事を待っています。',
    data: '段階は前のままです。',
    next: '先に引き受けるか、差し戻してください。',
  },
  DEAL_NEEDS: {
    what: '理由か、次に様子を見る日が必要です。',
    data: 'まだ記録していません。',
    next: '理由と日付を入れて、もう一度どうぞ。',
  },
  STEP_NOT_POSSIBLE: {
    what: 'その日付は入れられません。',
    data: '前の日付のままです。',
    next: '今日までの日付を入れてください。引き受けた日は、引き受けてから直せます。',
  },
  SNOOZE_NEEDS_REASON: {
    what: '一覧から外すには、理由が必要です。',
    data: '期限はそのまま一覧にあります。',
    next: '理由を一言入れて、もう一度外してください。',
  },
  LIST_NUMBER_WRONG: {
    what: ({ why }: ErrorData<'LIST_NUMBER_WRONG'>) =>
      why === 'checkDigit'
        ? 'リスト番号のどこかが違います。最後の1けたの確かめ算が合いません。'
        : 'リスト番号として読めません。',
    data: 'なにも変わっていません。',
    next: '紙の右上の番号を、480-9 のように最後まで入れてください。ハイフンは省けます。',
  },
  CALL_BARRED: {
    what: 'この人には、いまは電話できません。',
    data: '結果は記録していません。',
    next: '電話禁止・ごみ箱・既存客などになった人です。必要なら、リードの画面で確かめてください。',
  },
  SHEET_NOT_A_LIST: {
    what: ({ name }: ErrorData<'SHEET_NOT_A_LIST'>) => `「${name}」は、Dosen の電話リストではないようです。`,
    data: 'なにも記録していません。',
    next: '「結果」と「行ID」の列が残っているファイルを選んでください。見出しの行を消したときは、元に戻してください。',
  },
  LIST_EMPTY: {
    what: ({ listed }: ErrorData<'LIST_EMPTY'>) =>
      listed === 0
        ? '電話をかける人がいません。'
        : `今週かける人は、もうほかの電話リストに載っています(${listed}人)。`,
    data: 'リストは作っていません。',
    next: ({ listed }: ErrorData<'LIST_EMPTY'>) =>
      listed === 0
        ? '名刺を取り込むか、期限の近い人を待ってください。'
        : 'そのリストにかけてください。作り直すときは、先に「元に戻す」で取り消してください。',
  },
  PDF_ENGINE_MISSING: {
    what: 'PDF を作るしくみがこのパソコンにありません。',
    data: 'リストは保存してあります。',
    next: '「印刷」からブラウザーの印刷をお使いください。',
  },
  PDF_FAILED: {
    what: 'PDF を作れませんでした。',
    data: 'リストは保存してあります。',
    next: 'もう一度試すか、「印刷」をお使いください。',
  },
  MAIL_ACCOUNT_MISSING: {
    what: '送信に使うメールの設定がまだありません。',
    data: 'メールは「送信の設定待ち」で残っています。',
    next: 'メールの画面で、送信の設定をしてください。',
  },
  MAIL_LOOPBACK_ONLY: {
    what: 'この版のステップメールは、練習用の受信箱にだけ届きます。',
    data: '外には何も送っていません。',
    next: '自分あての送信テストはお使いいただけます。',
  },
  MAIL_FAILED: {
    what: ({ stage, replyCode }: ErrorData<'MAIL_FAILED'>) =>
      `メールを送れませんでした(${stage}${replyCode === null ? '' : ' ' + String(replyCode)})。`,
    data: '名簿の内容は変わっていません。',
    next: '送信サーバーの名前・ポート・パスワードを確かめてください。',
  },
  MAIL_TEMPLATE: {
    what: ({ problems }: ErrorData<'MAIL_TEMPLATE'>) => `文面に直すところが ${problems.length}か所あります。`,
    data: 'まだ何も送っていません。',
    next: '文面を直してから、もう一度お試しください。',
  },
  SUPPRESSED: {
    what: '配信停止のアドレスです。',
    data: 'このアドレスには何も送りません。',
    next: '本人からの申し出なので、解除はできません。',
  },
  ADDRESS_INVALID: {
    what: 'メールアドレスの形になっていません。',
    data: 'まだ保存していません。',
    next: '@ の前後を確かめてください。',
  },
  NETWORK_NOT_ALLOWED: {
    what: 'この動かし方では、外への通信を止めています。',
    data: '外には何も送っていません。',
    next: 'ふだんの開き方で、もう一度お試しください。',
  },
  INTERNAL: {
    what: '思わぬところで止まりました。',
    data: 'ここまでに保存した内容は残っています。',
    next: 'もう一度試し、続くときは記録番号を控えてお知らせください。',
  },
} as const satisfies ErrorTexts;
