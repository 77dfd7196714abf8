/** Texts of mails that the app itself writes. Those of sequences belong to the team. */
export const mail = {
  test: {
    subject: 'Test mail (Dosen)',
    text: 'If you can read this, sending is set up correctly.\n\nThis mail was sent to your own address only, to check the settings. No reply is needed.\n',
  },
} as const;
