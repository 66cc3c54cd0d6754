const en = {
  'rights.title': 'Your rights over your data',
  'rights.about':
    'You can ask for all of this, and it costs nothing. We send a private link to your address, so that nobody else can ask in your name. Whether we know your address or not, you get the same answer.',
  'rights.link': 'Your rights over your data',
  'rights.by': 'You hear from us by {date}.',
  'rights.at-once': 'This counts at once. We ask for no proof.',
  'rights.told': 'A mail tells this address that we use its data for less, and not for what.',
  'rights.now': 'Object now',
  'rights.too-many.title': 'You have many requests open.',
  'rights.too-many': 'Please wait for an answer to one of them, or take one back.',
  'rights.child': 'If you ask for a child, or for somebody you look after, choose “Talk to a person”.',
  'rights.phone.title': 'If you have no address with us',
  'rights.phone':
    'We can send private links and answers by email only. If we know you by phone number alone, type an address that only you read, choose “Talk to a person”, and write your number on the private page. A person makes sure that it is yours before anything is handed out or deleted; then you can follow all of it by that address.',
  'rights.choices': 'Take back a yes, or choose what we send',
  'rights.complain':
    'If you do not agree with an answer, you can complain to a data protection authority, or go to court.',
  'right.access': 'Get a copy of what we know about you',
  'right.access.about':
    'All data, groups and scores about you, where they are from and who got them. You get a file and a page that you can read.',
  'right.portability': 'Take your data with you',
  'right.portability.about':
    'What you told us, and what we saw you do, as files that other services can read.',
  'right.correct': 'Correct something',
  'right.correct.about':
    'You tell us what is wrong and what is right. A person looks at it and has it changed in our systems.',
  'right.erase': 'Delete your data',
  'right.erase.about':
    'We delete what we are not made to keep by law. Only a code stays, so that no old list writes to you again.',
  'right.restrict': 'Keep my data, but do not use it',
  'right.restrict.about':
    'We keep your data and do nothing else with it: while we check if it is right or if your objection counts, or because you need it for a claim. From the moment that you ask on your private page, we send you nothing that you can choose. A person then looks at the rest and answers.',
  'right.opt-out-sale': 'Do not sell or share my data',
  'right.opt-out-sale.about':
    'We sell and share your data no more, and pick no adverts by a profile of you. A person tells those who got it from us.',
  'right.object': 'Object to advertising',
  'right.object.about': 'We use your data for no advertising any more, in any way.',
  'right.opt-out-profiling': 'Object to profiles',
  'right.opt-out-profiling.about':
    'We use no groups and no scores about you any more to choose what you get or see.',
  'right.talk': 'Talk to a person',
  'right.talk.about': 'A person writes to you.',
  'right.stop': 'Stop a use of your data',
  'right.contest': 'Contest a decision',
  'rights.sent':
    'A mail with a private link is on its way. It can take some minutes. If none comes, ask again. Nothing happens before you open it and press a button.',
  'rights.objected.title': 'It counts from now on.',
  'rights.objected': 'We have saved this for your address, and write to it to say so.',

  'do.email': 'Your email address, if you want an answer by mail',
  'do.email.about': 'We use it only if your link belongs to it.',
  'do.words': 'What should we know? You can leave this empty.',
  'done.needs-proof':
    '{what}: we need to be sure that it is you. Get a private link below, and press the button there again.',
  'done.write-where':
    'We can write to you only where you typed the address that your link belongs to. If you did not, get a private link below, and press the button there again.',
  'done.answer': 'You asked for this: {what}. {outcome}',
  'do.all': 'See all that you asked us for',

  'own.title': 'What you asked us for',
  'own.nothing': 'You have not asked us for anything yet.',
  'own.wanted': 'You wanted this: {what}. One more press, and it begins.',
  'own.begin': 'Ask for it now',
  'own.asked': 'Asked on {date}.',
  'own.longer': 'We need longer than we first said.',
  'own.kept-until': 'You can get it here until {date}, then it is deleted.',
  'own.download': 'Download my copy',
  'own.ready': 'Your copy is ready.',
  'own.collecting': 'We are putting your copy together. Open this page again in a minute.',
  'own.failed': 'Your copy could not be made. A person looks at it.',
  'own.systems': '{done} of {all} of our systems have done it.',
  'own.words': 'We wrote to you: {words}',
  'own.withdraw': 'Take this back',
  'own.more': 'Ask for more',
  'own.prove': 'It is me, go on',
  'own.prove.about': 'This was asked for by a link that others may have. Say that it was you.',
  'own.second.about':
    'We hand out and delete data only when we are sure that it is you. Tell us one more thing that we know you by. Or wait: a person can look, too.',
  'own.second.kind': 'What is it?',
  'own.second.phone': 'Phone number',
  'own.second.hint': 'Write a phone number with its country, as +49 30 901820.',
  'own.second.customer': 'Customer number',
  'own.second.value': 'Your number',
  'own.second.button': 'Check this',
  'own.correct.wrong': 'What is wrong?',
  'own.correct.right': 'What would be right?',
  'own.talk.words': 'What is it about? You can leave this empty.',
  'own.restrict.words':
    'Why? For example: it is wrong, we may not use it, you need it for a claim, or you have objected.',

  'state.open': 'We have it.',
  'state.needs-proof': 'It waits for you: we need to be sure that it is you.',
  'state.in-progress': 'A person works on it.',
  'state.withdrawn': 'You took it back.',
  'outcome.done': 'Done.',
  'outcome.partly': 'Done in part.',
  'outcome.nothing-held': 'We hold nothing about you.',
  'outcome.changed': 'A person looked again and changed it.',
  'outcome.upheld': 'A person looked again, and it stays.',
  'outcome.suspected-fraud': 'We did not do this, as we think that somebody else asked in your name.',
  'outcome.not-enough-proof': 'We did not do this, as we could not be sure that it is you.',
  'outcome.no-match': 'We found nobody by what you told us.',
  'outcome.not-covered': 'We did not do this, as no law asks us to.',
  'outcome.outside-jurisdiction': 'We did not do this, as the law that you named does not hold here.',
  'outcome.too-many': 'We did not do this, as you asked for the same thing very often.',
  'outcome.other': 'We did not do this.',
} as const;

type RightsTexts = Readonly<Record<keyof typeof en, string>>;

const de: RightsTexts = {
  'rights.title': 'Ihre Rechte an Ihren Daten',
  'rights.about':
    'Um all das können Sie bitten, und es kostet nichts. Wir schicken einen privaten Link an Ihre Adresse, damit niemand sonst in Ihrem Namen fragt. Ob wir Ihre Adresse kennen oder nicht: Sie bekommen dieselbe Antwort.',
  'rights.link': 'Ihre Rechte an Ihren Daten',
  'rights.by': 'Sie hören von uns bis {date}.',
  'rights.at-once': 'Das gilt sofort. Wir verlangen keinen Nachweis.',
  'rights.told': 'Eine E-Mail sagt dieser Adresse, dass wir ihre Daten für weniger nutzen, und nicht wofür.',
  'rights.now': 'Jetzt widersprechen',
  'rights.too-many.title': 'Sie haben viele offene Anfragen.',
  'rights.too-many': 'Bitte warten Sie auf eine Antwort, oder nehmen Sie eine zurück.',
  'rights.child':
    'Wenn Sie für ein Kind fragen oder für jemanden, um den Sie sich kümmern, wählen Sie „Mit einem Menschen reden“.',
  'rights.phone.title': 'Wenn Sie bei uns keine Adresse haben',
  'rights.phone':
    'Private Links und Antworten können wir nur per E-Mail schicken. Wenn wir Sie nur mit Telefonnummer kennen, geben Sie eine Adresse ein, die nur Sie lesen, wählen Sie „Mit einem Menschen reden“ und schreiben Sie auf der privaten Seite Ihre Nummer. Ein Mensch prüft, ob sie Ihnen gehört, bevor etwas herausgegeben oder gelöscht wird; danach können Sie alles über diese Adresse verfolgen.',
  'rights.choices': 'Ein Ja zurücknehmen oder wählen, was wir schicken',
  'rights.complain':
    'Wenn Sie mit einer Antwort nicht einverstanden sind, können Sie sich bei einer Datenschutzbehörde beschweren oder vor Gericht gehen.',
  'right.access': 'Eine Kopie dessen bekommen, was wir über Sie wissen',
  'right.access.about':
    'Alle Daten, Gruppen und Punktwerte über Sie, woher sie sind und wer sie bekam. Sie bekommen eine Datei und eine Seite, die Sie lesen können.',
  'right.portability': 'Ihre Daten mitnehmen',
  'right.portability.about':
    'Was Sie uns gesagt haben und was wir an Ihrem Verhalten gesehen haben, als Dateien, die andere Dienste lesen können.',
  'right.correct': 'Etwas berichtigen',
  'right.correct.about':
    'Sie sagen uns, was falsch und was richtig ist. Ein Mensch sieht es sich an und lässt es in unseren Systemen ändern.',
  'right.erase': 'Ihre Daten löschen',
  'right.erase.about':
    'Wir löschen, was wir nicht von Gesetzes wegen behalten müssen. Nur ein Code bleibt, damit keine alte Liste Ihnen wieder schreibt.',
  'right.restrict': 'Meine Daten behalten, aber nicht nutzen',
  'right.restrict.about':
    'Wir behalten Ihre Daten und tun sonst nichts damit: solange wir prüfen, ob sie stimmen oder ob Ihr Widerspruch gilt, oder weil Sie sie für einen Anspruch brauchen. Sobald Sie auf Ihrer privaten Seite darum bitten, schicken wir Ihnen nichts, was Sie abwählen können. Um alles Weitere kümmert sich ein Mensch und antwortet.',
  'right.opt-out-sale': 'Meine Daten nicht verkaufen oder teilen',
  'right.opt-out-sale.about':
    'Wir verkaufen und teilen Ihre Daten nicht mehr und wählen keine Werbung nach einem Profil von Ihnen aus. Ein Mensch sagt es denen, die sie von uns bekamen.',
  'right.object': 'Der Werbung widersprechen',
  'right.object.about': 'Wir nutzen Ihre Daten für keine Werbung mehr, auf keinem Weg.',
  'right.opt-out-profiling': 'Profilen widersprechen',
  'right.opt-out-profiling.about':
    'Wir nutzen keine Gruppen und keine Punktwerte über Sie mehr, um auszuwählen, was Sie bekommen oder sehen.',
  'right.talk': 'Mit einem Menschen reden',
  'right.talk.about': 'Ein Mensch schreibt Ihnen.',
  'right.stop': 'Eine Nutzung Ihrer Daten beenden',
  'right.contest': 'Einer Entscheidung widersprechen',
  'rights.sent':
    'Eine Mail mit einem privaten Link ist unterwegs. Das kann einige Minuten dauern. Kommt keine, fragen Sie noch einmal. Nichts geschieht, bevor Sie ihn öffnen und einen Knopf drücken.',
  'rights.objected.title': 'Das gilt ab jetzt.',
  'rights.objected': 'Wir haben das für Ihre Adresse gespeichert und schreiben ihr, dass es so ist.',

  'do.email': 'Ihre E-Mail-Adresse, wenn Sie eine Antwort per Mail möchten',
  'do.email.about': 'Wir nutzen sie nur, wenn Ihr Link dazu gehört.',
  'do.words': 'Was sollen wir wissen? Sie können das leer lassen.',
  'done.needs-proof':
    '{what}: Wir müssen sicher sein, dass Sie es sind. Lassen Sie sich unten einen privaten Link schicken und drücken Sie dort den Knopf noch einmal.',
  'done.write-where':
    'Schreiben können wir Ihnen nur, wenn Sie die Adresse eingegeben haben, zu der Ihr Link gehört. Wenn nicht, holen Sie unten einen privaten Link und drücken den Knopf dort noch einmal.',
  'done.answer': 'Darum hatten Sie gebeten: {what}. {outcome}',
  'do.all': 'Alles sehen, worum Sie uns gebeten haben',

  'own.title': 'Worum Sie uns gebeten haben',
  'own.nothing': 'Sie haben uns noch um nichts gebeten.',
  'own.wanted': 'Das wollten Sie: {what}. Noch ein Druck, und es beginnt.',
  'own.begin': 'Jetzt darum bitten',
  'own.asked': 'Gefragt am {date}.',
  'own.longer': 'Wir brauchen länger, als wir zuerst gesagt haben.',
  'own.kept-until': 'Sie bekommen sie hier bis {date}, dann wird sie gelöscht.',
  'own.download': 'Meine Kopie herunterladen',
  'own.ready': 'Ihre Kopie ist fertig.',
  'own.collecting': 'Wir stellen Ihre Kopie zusammen. Öffnen Sie diese Seite in einer Minute noch einmal.',
  'own.failed': 'Ihre Kopie ließ sich nicht machen. Ein Mensch sieht nach.',
  'own.systems': '{done} von {all} unserer Systeme haben es getan.',
  'own.words': 'Wir haben Ihnen geschrieben: {words}',
  'own.withdraw': 'Zurücknehmen',
  'own.more': 'Um mehr bitten',
  'own.prove': 'Ich bin es, weiter',
  'own.prove.about':
    'Darum wurde über einen Link gebeten, den auch andere haben können. Sagen Sie uns, dass Sie es waren.',
  'own.second.about':
    'Wir geben Daten nur heraus und löschen sie nur, wenn wir sicher sind, dass Sie es sind. Nennen Sie uns noch etwas, woran wir Sie kennen. Oder warten Sie: Auch ein Mensch kann nachsehen.',
  'own.second.kind': 'Was ist es?',
  'own.second.phone': 'Telefonnummer',
  'own.second.hint': 'Eine Telefonnummer schreiben Sie bitte mit ihrem Land, wie +49 30 901820.',
  'own.second.customer': 'Kundennummer',
  'own.second.value': 'Ihre Nummer',
  'own.second.button': 'Das prüfen',
  'own.correct.wrong': 'Was ist falsch?',
  'own.correct.right': 'Was wäre richtig?',
  'own.talk.words': 'Worum geht es? Sie können das leer lassen.',
  'own.restrict.words':
    'Warum? Zum Beispiel: Sie stimmen nicht, wir dürfen sie nicht nutzen, Sie brauchen sie für einen Anspruch, oder Sie haben widersprochen.',

  'state.open': 'Es ist bei uns.',
  'state.needs-proof': 'Es wartet auf Sie: Wir müssen sicher sein, dass Sie es sind.',
  'state.in-progress': 'Ein Mensch arbeitet daran.',
  'state.withdrawn': 'Sie haben es zurückgenommen.',
  'outcome.done': 'Erledigt.',
  'outcome.partly': 'Zum Teil erledigt.',
  'outcome.nothing-held': 'Wir haben nichts über Sie.',
  'outcome.changed': 'Ein Mensch hat noch einmal hingesehen und es geändert.',
  'outcome.upheld': 'Ein Mensch hat noch einmal hingesehen, und es bleibt dabei.',
  'outcome.suspected-fraud':
    'Wir haben das nicht getan, weil wir glauben, dass jemand anderes in Ihrem Namen gefragt hat.',
  'outcome.not-enough-proof':
    'Wir haben das nicht getan, weil wir nicht sicher sein konnten, dass Sie es sind.',
  'outcome.no-match': 'Wir haben mit dem, was Sie uns sagten, niemanden gefunden.',
  'outcome.not-covered': 'Wir haben das nicht getan, weil kein Gesetz es von uns verlangt.',
  'outcome.outside-jurisdiction':
    'Wir haben das nicht getan, weil das Gesetz, das Sie nannten, hier nicht gilt.',
  'outcome.too-many': 'Wir haben das nicht getan, weil Sie sehr oft um dasselbe gebeten haben.',
  'outcome.other': 'Wir haben das nicht getan.',
};

const es: RightsTexts = {
  'rights.title': 'Sus derechos sobre sus datos',
  'rights.about':
    'Puede pedir todo esto y no cuesta nada. Enviamos un enlace privado a su dirección, para que nadie más pida en su nombre. Conozcamos su dirección o no, recibe la misma respuesta.',
  'rights.link': 'Sus derechos sobre sus datos',
  'rights.by': 'Tendrá noticias nuestras antes del {date}.',
  'rights.at-once': 'Vale al momento. No pedimos ninguna prueba.',
  'rights.told': 'Un correo dice a esta dirección que usamos sus datos para menos cosas, y no para cuáles.',
  'rights.now': 'Oponerme ahora',
  'rights.too-many.title': 'Tiene muchas peticiones abiertas.',
  'rights.too-many': 'Espere la respuesta a una de ellas, o retire una.',
  'rights.child': 'Si pide algo para un menor, o para alguien a quien cuida, elija «Hablar con una persona».',
  'rights.phone.title': 'Si no tiene una dirección con nosotros',
  'rights.phone':
    'Solo podemos enviar enlaces privados y respuestas por correo electrónico. Si solo le conocemos por su teléfono, escriba una dirección que solo usted lea, elija «Hablar con una persona» y ponga su número en la página privada. Una persona comprueba que es suyo antes de entregar o borrar nada; después puede seguirlo todo con esa dirección.',
  'rights.choices': 'Retirar un sí, o elegir lo que enviamos',
  'rights.complain':
    'Si no está de acuerdo con una respuesta, puede reclamar ante una autoridad de protección de datos o acudir a los tribunales.',
  'right.access': 'Recibir una copia de lo que sabemos de usted',
  'right.access.about':
    'Todos los datos, grupos y puntuaciones sobre usted, de dónde son y quién los recibió. Recibe un archivo y una página que puede leer.',
  'right.portability': 'Llevarse sus datos',
  'right.portability.about':
    'Lo que nos dijo y lo que vimos que hizo, en archivos que otros servicios pueden leer.',
  'right.correct': 'Corregir algo',
  'right.correct.about':
    'Nos dice qué está mal y qué está bien. Una persona lo mira y hace que se cambie en nuestros sistemas.',
  'right.erase': 'Borrar sus datos',
  'right.erase.about':
    'Borramos lo que la ley no nos obliga a guardar. Solo queda un código, para que ninguna lista antigua vuelva a escribirle.',
  'right.restrict': 'Guardar mis datos, pero no usarlos',
  'right.restrict.about':
    'Guardamos sus datos y no hacemos nada más con ellos: mientras vemos si están bien o si vale su oposición, o porque los necesita para una reclamación. Desde que lo pide en su página privada, no le enviamos nada que pueda elegir. Del resto se ocupa una persona, y responde.',
  'right.opt-out-sale': 'No vender ni compartir mis datos',
  'right.opt-out-sale.about':
    'Ya no vendemos ni compartimos sus datos, ni elegimos anuncios según un perfil de usted. Una persona se lo dice a quienes los recibieron de nosotros.',
  'right.object': 'Oponerse a la publicidad',
  'right.object.about': 'No usamos más sus datos para publicidad, por ningún medio.',
  'right.opt-out-profiling': 'Oponerse a los perfiles',
  'right.opt-out-profiling.about':
    'No usamos más grupos ni puntuaciones sobre usted para elegir lo que recibe o ve.',
  'right.talk': 'Hablar con una persona',
  'right.talk.about': 'Una persona le escribe.',
  'right.stop': 'Parar un uso de sus datos',
  'right.contest': 'No estar de acuerdo con una decisión',
  'rights.sent':
    'Un correo con un enlace privado está en camino. Puede tardar unos minutos. Si no llega, pídalo otra vez. No pasa nada hasta que lo abra y pulse un botón.',
  'rights.objected.title': 'Vale desde ahora.',
  'rights.objected': 'Lo hemos guardado para su dirección y le escribimos para decirlo.',

  'do.email': 'Su dirección de correo, si quiere la respuesta por correo',
  'do.email.about': 'Solo la usamos si su enlace pertenece a ella.',
  'do.words': '¿Qué debemos saber? Puede dejarlo vacío.',
  'done.needs-proof':
    '{what}: tenemos que estar seguros de que es usted. Pida abajo un enlace privado y pulse allí el botón otra vez.',
  'done.write-where':
    'Solo podemos escribirle si puso la dirección a la que pertenece su enlace. Si no, pida abajo un enlace privado y pulse allí otra vez el botón.',
  'done.answer': 'Usted pidió esto: {what}. {outcome}',
  'do.all': 'Ver todo lo que nos pidió',

  'own.title': 'Lo que nos pidió',
  'own.nothing': 'Todavía no nos ha pedido nada.',
  'own.wanted': 'Quería esto: {what}. Pulse una vez más y empieza.',
  'own.begin': 'Pedirlo ahora',
  'own.asked': 'Pedido el {date}.',
  'own.longer': 'Necesitamos más tiempo del que dijimos primero.',
  'own.kept-until': 'Puede recogerla aquí hasta el {date}; después se borra.',
  'own.download': 'Descargar mi copia',
  'own.ready': 'Su copia está lista.',
  'own.collecting': 'Estamos reuniendo su copia. Abra esta página otra vez en un minuto.',
  'own.failed': 'No se pudo hacer su copia. Una persona lo mira.',
  'own.systems': '{done} de {all} de nuestros sistemas lo han hecho.',
  'own.words': 'Le escribimos: {words}',
  'own.withdraw': 'Retirar esto',
  'own.more': 'Pedir más',
  'own.prove': 'Soy yo, seguir',
  'own.prove.about': 'Esto se pidió con un enlace que otros pueden tener. Díganos que fue usted.',
  'own.second.about':
    'Solo entregamos y borramos datos cuando estamos seguros de que es usted. Díganos otra cosa por la que le conocemos. O espere: también puede mirarlo una persona.',
  'own.second.kind': '¿Qué es?',
  'own.second.phone': 'Número de teléfono',
  'own.second.hint': 'Escriba un teléfono con su país, como +34 910 12 34 56.',
  'own.second.customer': 'Número de cliente',
  'own.second.value': 'Su número',
  'own.second.button': 'Comprobarlo',
  'own.correct.wrong': '¿Qué está mal?',
  'own.correct.right': '¿Qué estaría bien?',
  'own.talk.words': '¿De qué se trata? Puede dejarlo vacío.',
  'own.restrict.words':
    '¿Por qué? Por ejemplo: están mal, no podemos usarlos, los necesita para una reclamación o se ha opuesto.',

  'state.open': 'Lo tenemos.',
  'state.needs-proof': 'Le espera a usted: tenemos que estar seguros de que es usted.',
  'state.in-progress': 'Una persona trabaja en ello.',
  'state.withdrawn': 'Usted lo retiró.',
  'outcome.done': 'Hecho.',
  'outcome.partly': 'Hecho en parte.',
  'outcome.nothing-held': 'No tenemos nada sobre usted.',
  'outcome.changed': 'Una persona lo miró otra vez y lo cambió.',
  'outcome.upheld': 'Una persona lo miró otra vez y se queda así.',
  'outcome.suspected-fraud': 'No lo hicimos porque creemos que otra persona lo pidió en su nombre.',
  'outcome.not-enough-proof': 'No lo hicimos porque no pudimos estar seguros de que es usted.',
  'outcome.no-match': 'No encontramos a nadie con lo que nos dijo.',
  'outcome.not-covered': 'No lo hicimos porque ninguna ley nos lo pide.',
  'outcome.outside-jurisdiction': 'No lo hicimos porque la ley que usted nombró no vale aquí.',
  'outcome.too-many': 'No lo hicimos porque pidió lo mismo muchas veces.',
  'outcome.other': 'No lo hicimos.',
};

const fr: RightsTexts = {
  'rights.title': 'Vos droits sur vos données',
  'rights.about':
    'Vous pouvez demander tout cela, et c’est gratuit. Nous envoyons un lien privé à votre adresse, pour que personne d’autre ne demande à votre place. Que nous connaissions votre adresse ou non, vous recevez la même réponse.',
  'rights.link': 'Vos droits sur vos données',
  'rights.by': 'Vous aurez de nos nouvelles avant le {date}.',
  'rights.at-once': 'Cela compte tout de suite. Nous ne demandons aucune preuve.',
  'rights.told':
    'Un e-mail dit à cette adresse que nous utilisons ses données pour moins de choses, et non lesquelles.',
  'rights.now': 'M’opposer maintenant',
  'rights.too-many.title': 'Vous avez beaucoup de demandes ouvertes.',
  'rights.too-many': 'Attendez la réponse à l’une d’elles, ou renoncez à une.',
  'rights.child':
    'Si vous demandez pour un enfant, ou pour une personne dont vous vous occupez, choisissez « Parler à une personne ».',
  'rights.phone.title': 'Si vous n’avez pas d’adresse chez nous',
  'rights.phone':
    'Nous ne pouvons envoyer les liens privés et les réponses que par e-mail. Si nous ne vous connaissons que par un téléphone, écrivez une adresse que vous êtes seul à lire, choisissez « Parler à une personne » et donnez votre numéro sur la page privée. Une personne vérifie qu’il est à vous avant de remettre ou d’effacer quoi que ce soit ; ensuite, vous pouvez tout suivre par cette adresse.',
  'rights.choices': 'Reprendre un oui, ou choisir ce que nous envoyons',
  'rights.complain':
    'Si vous n’êtes pas d’accord avec une réponse, vous pouvez vous plaindre auprès d’une autorité de protection des données, ou aller en justice.',
  'right.access': 'Recevoir une copie de ce que nous savons de vous',
  'right.access.about':
    'Toutes les données, tous les groupes et scores sur vous, d’où ils viennent et qui les a reçus. Vous recevez un fichier et une page que vous pouvez lire.',
  'right.portability': 'Emporter vos données',
  'right.portability.about':
    'Ce que vous nous avez dit et ce que nous vous avons vu faire, en fichiers que d’autres services peuvent lire.',
  'right.correct': 'Corriger quelque chose',
  'right.correct.about':
    'Vous nous dites ce qui est faux et ce qui est juste. Une personne l’examine et le fait changer dans nos systèmes.',
  'right.erase': 'Effacer vos données',
  'right.erase.about':
    'Nous effaçons ce que la loi ne nous oblige pas à garder. Il ne reste qu’un code, pour qu’aucune vieille liste ne vous écrive encore.',
  'right.restrict': 'Garder mes données, mais ne pas s’en servir',
  'right.restrict.about':
    'Nous gardons vos données et n’en faisons rien d’autre : le temps de vérifier si elles sont justes ou si votre opposition vaut, ou parce qu’il vous les faut pour une réclamation. Dès que vous le demandez sur votre page privée, nous ne vous envoyons rien que vous puissiez choisir. Une personne s’occupe du reste et répond.',
  'right.opt-out-sale': 'Ne pas vendre ni partager mes données',
  'right.opt-out-sale.about':
    'Nous ne vendons et ne partageons plus vos données, et ne choisissons plus de publicités d’après un profil de vous. Une personne le dit à ceux qui les ont reçues de nous.',
  'right.object': 'S’opposer à la publicité',
  'right.object.about': 'Nous n’utilisons plus vos données pour de la publicité, par aucun moyen.',
  'right.opt-out-profiling': 'S’opposer aux profils',
  'right.opt-out-profiling.about':
    'Nous n’utilisons plus de groupes ni de scores sur vous pour choisir ce que vous recevez ou voyez.',
  'right.talk': 'Parler à une personne',
  'right.talk.about': 'Une personne vous écrit.',
  'right.stop': 'Arrêter un usage de vos données',
  'right.contest': 'Contester une décision',
  'rights.sent':
    'Un e-mail avec un lien privé est en route. Cela peut prendre quelques minutes. S’il ne vient pas, demandez encore. Rien ne se passe avant que vous l’ouvriez et appuyiez sur un bouton.',
  'rights.objected.title': 'Cela compte dès maintenant.',
  'rights.objected': 'Nous l’avons enregistré pour votre adresse, et nous lui écrivons pour le dire.',

  'do.email': 'Votre adresse e-mail, si vous voulez une réponse par e-mail',
  'do.email.about': 'Nous ne l’utilisons que si votre lien lui appartient.',
  'do.words': 'Que devons-nous savoir ? Vous pouvez laisser ceci vide.',
  'done.needs-proof':
    '{what} : nous devons être sûrs que c’est vous. Demandez un lien privé plus bas, et appuyez là encore sur le bouton.',
  'done.write-where':
    'Nous ne pouvons vous écrire que si vous avez saisi l’adresse à laquelle votre lien appartient. Sinon, demandez un lien privé plus bas, et appuyez là encore sur le bouton.',
  'done.answer': 'Vous aviez demandé ceci : {what}. {outcome}',
  'do.all': 'Voir tout ce que vous nous avez demandé',

  'own.title': 'Ce que vous nous avez demandé',
  'own.nothing': 'Vous ne nous avez encore rien demandé.',
  'own.wanted': 'Vous vouliez ceci : {what}. Appuyez encore une fois, et cela commence.',
  'own.begin': 'Le demander maintenant',
  'own.asked': 'Demandé le {date}.',
  'own.longer': 'Il nous faut plus de temps que nous ne l’avions dit.',
  'own.kept-until': 'Vous pouvez la prendre ici jusqu’au {date}, ensuite elle est effacée.',
  'own.download': 'Télécharger ma copie',
  'own.ready': 'Votre copie est prête.',
  'own.collecting': 'Nous réunissons votre copie. Ouvrez encore cette page dans une minute.',
  'own.failed': 'Votre copie n’a pas pu être faite. Une personne s’en occupe.',
  'own.systems': '{done} de nos {all} systèmes l’ont fait.',
  'own.words': 'Nous vous avons écrit : {words}',
  'own.withdraw': 'Y renoncer',
  'own.more': 'Demander autre chose',
  'own.prove': 'C’est moi, continuer',
  'own.prove.about': 'Ceci a été demandé par un lien que d’autres peuvent avoir. Dites que c’était vous.',
  'own.second.about':
    'Nous ne remettons et n’effaçons des données que si nous sommes sûrs que c’est vous. Dites-nous encore une chose par laquelle nous vous connaissons. Ou attendez : une personne peut aussi vérifier.',
  'own.second.kind': 'De quoi s’agit-il ?',
  'own.second.phone': 'Numéro de téléphone',
  'own.second.hint': 'Écrivez un téléphone avec son pays, comme +33 1 23 45 67 89.',
  'own.second.customer': 'Numéro de client',
  'own.second.value': 'Votre numéro',
  'own.second.button': 'Vérifier',
  'own.correct.wrong': 'Qu’est-ce qui est faux ?',
  'own.correct.right': 'Qu’est-ce qui serait juste ?',
  'own.talk.words': 'De quoi s’agit-il ? Vous pouvez laisser ceci vide.',
  'own.restrict.words':
    'Pourquoi ? Par exemple : elles sont fausses, nous n’avons pas le droit de nous en servir, il vous les faut pour une réclamation, ou vous vous êtes opposé.',

  'state.open': 'Nous l’avons.',
  'state.needs-proof': 'Cela vous attend : nous devons être sûrs que c’est vous.',
  'state.in-progress': 'Une personne y travaille.',
  'state.withdrawn': 'Vous y avez renoncé.',
  'outcome.done': 'Fait.',
  'outcome.partly': 'Fait en partie.',
  'outcome.nothing-held': 'Nous n’avons rien sur vous.',
  'outcome.changed': 'Une personne a regardé de nouveau et l’a changé.',
  'outcome.upheld': 'Une personne a regardé de nouveau, et cela reste ainsi.',
  'outcome.suspected-fraud':
    'Nous ne l’avons pas fait, car nous pensons que quelqu’un d’autre a demandé à votre place.',
  'outcome.not-enough-proof': 'Nous ne l’avons pas fait, car nous n’avons pas pu être sûrs que c’est vous.',
  'outcome.no-match': 'Nous n’avons trouvé personne d’après ce que vous nous avez dit.',
  'outcome.not-covered': 'Nous ne l’avons pas fait, car aucune loi ne nous le demande.',
  'outcome.outside-jurisdiction':
    'Nous ne l’avons pas fait, car la loi que vous avez nommée ne vaut pas ici.',
  'outcome.too-many': 'Nous ne l’avons pas fait, car vous avez demandé la même chose très souvent.',
  'outcome.other': 'Nous ne l’avons pas fait.',
};

/** What the pages say on which people use their rights. */
export const rights = { en, de, es, fr } as const;
