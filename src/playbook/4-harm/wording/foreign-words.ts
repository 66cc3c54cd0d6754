/**
 * Common words of languages other than English that are no English words: function words, and the words of shops and
 * mail. They tell the language of a line too short for letter statistics.
 */
const WORDS: Readonly<Record<string, string>> = {
  de: 'der das und nicht ein eine einen einem einer ist sind mit für auf von zu zum zur nur noch sie ihr ihre ihren ihnen wir uns unser unsere dich dir dein deine deinen mich mein jetzt heute morgen sofort schnell bald bis kaufen bestellen sichern angebot angebote rabatt gratis kostenlos letzte letzten letzter stück lager verfügbar beeilen beeil beeile stunden minuten tage tagen wochen nein danke ich möchte will kein keine keinen mehr über unter bei aus nach vor wenn oder aber auch schon alle wird werden wurde kann können sparen preis preise versand warenkorb verpassen verpasse nie wieder hier klicken anmelden abmelden konto gesperrt endet läuft zeit wenige kunden haben gekauft gerade diesen diese dieses',
  fr: "en que le les des une du au aux est sont avec dans sur pas ne vous nous votre vos notre nos je tu il elle ce cette ces mon ma mes qui que quoi plus-que maintenant aujourd'hui demain vite dépêchez offre offres remise gratuit gratuite dernière dernier dernières derniers chance article articles restant restants acheter achetez commandez profitez ici cliquez jours heures minutes stock jusqu fin avant après très tout tous toute toutes non merci veux pas encore seulement bientôt compte et ou où mais donc livraison panier soldes prix ratez manquez personnes regardent inscription désabonner être sera seront avez",
  es: 'en venta el los las una unos unas del al es son con por para su sus tu tus te nos nuestro nuestra nuestros mi mis que qué no-te este esta estos estas ese esa muy más ya hoy mañana ahora ahora! compra compre comprar oferta ofertas descuento gratis última última últimas últimos último oportunidad unidades quedan queda solo-quedan hasta fin antes después día días horas minutos envío carrito cesta precio precios gracias quiero pierdas pierda dejes aprovecha personas viendo cuenta suscribir haga aquí y pero también todo todos toda todas está están ser será sin sobre entre cuando donde prisa date corre agotar agotarse',
  it: 'il lo gli una uno del della dei delle degli di da è sono con per su non che chi questo questa questi queste mio mia tuo tua tuoi tue suo sua nostro nostra ora oggi domani subito presto affrettati offerta offerte sconto sconti gratis ultimo ultima ultimi ultime occasione pezzi rimasti disponibili acquista compra ordina approfitta fino fine prima dopo molto più tutto tutti tutte no-grazie grazie voglio ancora solo-oggi ore giorni minuti carrello prezzo prezzi spedizione clicca qui perdere persone guardando anche ma perché',
  nl: 'het een van en voor met niet op aan zijn is-er dat deze dit wij ons onze je jij jouw uw u ik mijn nu vandaag morgen snel haast koop bestel aanbieding aanbiedingen korting gratis laatste kans stuks voorraad beschikbaar nog slechts alleen tot einde uren dagen minuten nee bedankt dank wil geen meer over-de bij uit na voordat als of maar ook alle wordt worden kan kunnen besparen prijs prijzen verzending winkelwagen mis klik hier account-geblokkeerd mensen bekijken dit wees er',
  pt: 'os as um uma uns umas do da dos das ao à é são com por para seu sua seus suas teu tua nos nosso nossa meu minha que este esta estes estas esse essa muito mais já hoje amanhã agora compre comprar oferta ofertas desconto grátis última últimas último últimos oportunidade unidades restam resta apenas até fim antes depois dia dias horas minutos frete carrinho preço preços obrigado obrigada quero não perca perder aproveite pessoas vendo conta clique aqui e mas também tudo todos toda todas está estão ser será sem sobre entre quando onde corra você vocês',
  sv: 'och att det är en ett på med för av till inte den som du din ditt dina vi vår vårt våra jag min mitt nu idag imorgon skynda köp beställ erbjudande rabatt gratis sista chansen kvar lager endast bara fler tills slut timmar dagar minuter nej tack vill inga mer eller men också alla blir kan spara pris priser frakt varukorg missa klicka här konto personer tittar',
  da: 'og at det er en et på med for-dig af til ikke den som du din dit dine vi vores jeg min mit nu i-dag skynd køb bestil tilbud rabat gratis sidste chance-for tilbage lager kun flere indtil slut timer dage minutter nej tak vil ingen mere eller men også alle bliver kan spar pris priser fragt kurv gå glip klik her konto personer kigger',
  pl: 'i się na nie jest że do z w o za ale jak co to tylko dla od ze są był być ma twój twoje twoja twoich nasz nasze teraz dziś dzisiaj jutro szybko pospiesz kup zamów oferta oferty zniżka rabat darmowa ostatnia ostatnie szansa sztuk sztuki zostało dostępne do-końca godzin dni minut dziękuję chcę więcej lub także wszystkie cena ceny dostawa koszyk przegap kliknij tutaj konto osób ogląda już',
  tr: 've bir bu için ile da de-mi ne çok daha şimdi bugün yarın acele hemen satın al kampanya indirim ücretsiz son fırsat fırsatı kaldı stokta sadece yalnızca kadar saat gün dakika hayır teşekkürler istemiyorum fiyat sepet kaçırma tıkla kişi bakıyor hesabınız',
  fi: 'ja ei se on-se että myös nyt heti osta tilaa tarjous tarjoukset alennus ilmainen ilmaiseksi viimeinen viimeiset mahdollisuus jäljellä vain asti tuntia päivää kiitos kyllä hinta hinnat ostoskori täältä klikkaa sinun meidän älä missaa kiirehdi ihmistä katselee',
  hu: 'és az egy nem hogy van csak most ma vásároljon vásárolj vegye rendelje ajánlat ajánlatok kedvezmény ingyenes utolsó lehetőség darab maradt készleten óra nap perc köszönöm kérem ár árak kosár kattintson ide siessen ember nézi',
  cs: 'je že pro není ale jak tak jen už teď dnes ihned kupte koupit nabídka sleva zdarma poslední šance kusů kusy zbývá skladem hodin dní minut děkuji nechci chci cena ceny košík klikněte zde spěchejte lidí si-prohlíží',
  ro: 'și este nu-e pentru cu din care mai acum astăzi grăbește cumpără cumpărați comandă ofertă reducere gratuit ultima șansă bucăți rămase stoc până ore zile mulțumesc vreau preț coș aici persoane',
  id: 'dan yang di ke dari untuk dengan tidak ini itu anda kami kita saya akan sudah juga hanya sekarang hari cepat beli pesan penawaran diskon gratis terakhir kesempatan tersisa stok sampai jam menit terima kasih mau harga keranjang lewatkan klik orang melihat akun',
};

/** Words above that English uses too: alone they prove nothing, beside a word of another language they speak for it. */
export const ALSO_ENGLISH: ReadonlySet<string> = new Set(
  'a i o e y u z w no me on in am as at an do to of or so we he be by for us the min mis man men her here chance stock minutes article articles fin fine sale solo son plus pour te ma mes al lo con per pet sin are den all his mine also date ore prima it dine timer de la par mais non alle die van via pan hat will over tout comment sur es si un am main de-mi pesan final total bar son nu na se da di co ve im om max fast ad ha'.split(
    ' ',
  ),
);

/** Languages in which each word is common; entries with a hyphen are phrases kept out of the table. */
export const FOREIGN_WORDS: ReadonlyMap<string, readonly string[]> = tabulate();

function tabulate(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const [language, list] of Object.entries(WORDS))
    for (const word of new Set(list.split(' ')))
      if (/^[\p{L}']+$/u.test(word) && !ALSO_ENGLISH.has(word))
        table.set(word, [...(table.get(word) ?? []), language]);
  return table;
}
