/** What the page says on which somebody gets back what they wrote too late. */
export const written = {
  en: {
    'written.title': 'What you wrote is still here.',
    'written.ended':
      'It is not sent yet. Your private link has ended, or does not work. Keep this page open: we have kept nothing of what you wrote.',
    'written.half': 'It is not sent yet. Please fill in both fields.',
    'written.mailed':
      'If your old link was one of ours, a mail with a new one is on its way to the same address. It can take some minutes.',
    'written.wrong-link': 'This link does not work here. Please copy all of the new link from the mail.',
    'written.yours': 'What you wrote',
    'written.first': 'First: get a new link',
    'written.mail': 'Send me a new private link',
    'written.then': 'Then: send what you wrote',
    'written.link': 'The new link, copied from the mail',
    'written.send': 'Send what I wrote',
  },
  de: {
    'written.title': 'Was Sie geschrieben haben, ist noch da.',
    'written.ended':
      'Es ist noch nicht abgeschickt. Ihr privater Link ist abgelaufen oder geht nicht. Lassen Sie diese Seite offen: Wir haben nichts davon gespeichert.',
    'written.half': 'Es ist noch nicht abgeschickt. Bitte füllen Sie beide Felder aus.',
    'written.mailed':
      'Wenn Ihr alter Link von uns war, ist eine Mail mit einem neuen an dieselbe Adresse unterwegs. Das kann einige Minuten dauern.',
    'written.wrong-link':
      'Dieser Link geht hier nicht. Bitte kopieren Sie den ganzen neuen Link aus der E-Mail.',
    'written.yours': 'Was Sie geschrieben haben',
    'written.first': 'Zuerst: einen neuen Link bekommen',
    'written.mail': 'Neuen privaten Link schicken',
    'written.then': 'Dann: abschicken, was Sie geschrieben haben',
    'written.link': 'Der neue Link, aus der E-Mail kopiert',
    'written.send': 'Meinen Text abschicken',
  },
  es: {
    'written.title': 'Lo que escribió sigue aquí.',
    'written.ended':
      'Aún no se ha enviado. Su enlace privado ha terminado o no funciona. Deje esta página abierta: no hemos guardado nada de lo que escribió.',
    'written.half': 'Aún no se ha enviado. Rellene los dos campos.',
    'written.mailed':
      'Si su enlace anterior era nuestro, un correo con uno nuevo está en camino a la misma dirección. Puede tardar unos minutos.',
    'written.wrong-link': 'Este enlace no funciona aquí. Copie del correo todo el enlace nuevo.',
    'written.yours': 'Lo que escribió',
    'written.first': 'Primero: recibir un enlace nuevo',
    'written.mail': 'Enviarme un nuevo enlace privado',
    'written.then': 'Después: enviar lo que escribió',
    'written.link': 'El enlace nuevo, copiado del correo',
    'written.send': 'Enviar lo que escribí',
  },
  fr: {
    'written.title': 'Ce que vous avez écrit est encore là.',
    'written.ended':
      'Ce n’est pas encore envoyé. Votre lien privé a pris fin, ou ne marche pas. Gardez cette page ouverte : nous n’avons rien gardé de ce que vous avez écrit.',
    'written.half': 'Ce n’est pas encore envoyé. Veuillez remplir les deux champs.',
    'written.mailed':
      'Si votre ancien lien était de nous, un e-mail avec un nouveau est en route vers la même adresse. Cela peut prendre quelques minutes.',
    'written.wrong-link': 'Ce lien ne marche pas ici. Veuillez copier tout le nouveau lien de l’e-mail.',
    'written.yours': 'Ce que vous avez écrit',
    'written.first': 'D’abord : recevoir un nouveau lien',
    'written.mail': 'M’envoyer un nouveau lien privé',
    'written.then': 'Ensuite : envoyer ce que vous avez écrit',
    'written.link': 'Le nouveau lien, copié de l’e-mail',
    'written.send': 'Envoyer mon texte',
  },
} as const;
