/** What `npm start` says in the terminal, one line each. */
export const start = {
  building: '画面とプログラムを組み立てています(数十秒)…',
  buildFailed: '組み立てに失敗しました。上の表示を確かめてください。',
  fetching: (seconds: number) => `Electron の実行環境を取りに行っています(最大 ${seconds} 秒)…`,
  noRuntime: 'Electron の実行環境が手に入らないため、ブラウザーで開きます。',
  noDisplay:
    '画面のない環境のため、ウィンドウは開きません。下のアドレスをこのコンピューターのブラウザーで開いてください。',
  asRoot: '管理者(root)では Electron を動かせないため、ブラウザーで開きます。',
  electronFailed: 'Electron が起動しなかったため、ブラウザーで開きます。',
  opened: 'Electron で開きました。',
  address: (url: string) => `アドレス: ${url}`,
  stop: '終了するには Ctrl+C を押してください。',
} as const;
