import type { Labels } from '../entry.ts';

export const commsContent: Labels = {
  category: 'comms_content',
  strong: {
    en: `content of messages, private messages, chat transcript*, call recording*, call transcript*, e-mail content, email content, sms content, support transcript*, content of mail`,
    de: `nachrichteninhalt*, chatprotokoll*, gesprächsaufzeichnung*, gesprächsprotokoll*, e-mail-inhalt*`,
    fr: `contenu des messages, transcription d'appel, enregistrement d'appel, contenu des courriels`,
    es: `contenido de mensajes, transcripción de llamada, grabación de llamada, contenido del correo`,
  },
  columns: `message body, message text, message content, chat text, chat transcript*, chat log*, call transcript*, call recording*, transcript*, email body, mail body, sms text, sms body, ticket text, ticket body, conversation text, voicemail*, nachrichtentext, inbox content, dm text, support transcript*`,
};
