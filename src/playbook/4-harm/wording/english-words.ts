/** Words of English mail and shops, counted by `scripts/train-wording.ts`: they tell English in a short line. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `
a aa aall ab abacha abandoned abc ability able about above abroad absence absolute absolutely absurdities abuse ac academic accelerate
accept acceptable acceptance accepted accepting access accesses accessible accessing accessories accessory accident accidentally accomplish
accomplished according accordingly account accountant accounting accounts accuracy accurate accurately accused achieve achieved acknowledge
acknowledged acne acpi acquire acquired acquisition acquisitions across acrylic act acted acting action actions activate activation active
activebuddy actively activist activists activities activity acts actual actually ad adam adapt adapted adapter adclick add added adding
addition additional additionally additions addr address addressed addresses addressing adds adjust admanmail admin administer administration
administrative administrator administrators admit admits adobe adopted adoption ads adsl adult adults adv advance advanced advantage
advantages adventure advertise advertised advertisement advertisements advertisers advertising advice advise advised advisement advisor
advisory advocate aefs afaik affair affairs affect affected affects affiliate affiliated affiliateoptout affiliates afford affordable
afghanistan afraid afree africa african after afternoon afterwards ag again against age agencies agency agenda agent agents ages aggressive
agile aging ago agree agreeable agreed agreement agrees ah ahead ai aid aids aim aims ain't air aircraft airline airlines airport aka al
al'qaeda alabama alan alarm alaska albeit alberta album albums alcohol alert alerts alex alexandria algorithm algorithms alias alike alimony
alive all allaccept alleged alleviate alley alliance allies allocation allow allowed allowing allows almost alone along alpha already alsa
also alt alter altered alternate alternative alternatively alternatives although altogether alumni always am amalgamated amateur amazed
amazing amazingly amazon ambitious amd amended amendment ameri america america's american americans amex amid among amongst amount amounts
amusing an analog analysis analyst analysts analyzing anchordesk ancient and anderson andrew anecdotal angeles angelfire anger angle angles
angry anheuser animal animals animated animation anniversary announce announced announcement announcements announces announcing annoying
annual annually annuities annuity ano anolther anonymous another answer answered answering answers antenna anthony anti anticipated
antiquity antivirus anxiety anxious any anybody anymore anyone anyone's anything anytime anyway anywhere aol ap apache apart apartment api
apologies apologise apologize apology app apparel apparent apparently appeal appealing appeals appear appearance appeared appears appended
appetite apple apple's appliances applicable application applications applied applies apply applying appointed appointment appreciate
appreciated appreciation approach approached approaches appropriate approval approvals approve approved approx approximately apps apr april
april's apt ar arbitrary archer architect architectural architecture architectures archive archives are area areas aren't arena argentina
argh args argue argued arguing argument arguments arizona arm armed arms army around arrange arrangement array arrest arrested arrival
arrivals arrive arrived arrives arsenal art arthritis article articles artificial artist artistic artists arts as ascii asia asian aside ask
asked asking asks asp aspect aspects aspx ass assassin assembled assembly assertion assessment asset assets assigned assignee assist
assistance assistant assisting associate associated associates association assume assumes assuming assumption assumptions assurance assure
assured asteroids astonishment astounding at athlon atm atmosphere attach attached attachment attachments attack attacked attacker attacks
attained attempt attempting attempts attend attended attention attitude attn attorney attorneys attract attracting attractive attributes
auction auctions audience audio audit aug august auracom austin australia australian authentication author authorities authority
authorization authorize authorized authors auto automated automatic automatically availability available ave average avoid avr await
awaiting award awarded awards aware awareness away awesome awhile babies baby back backed background backing backs backup backups backward
bad badly bag bags balance ball balloon ban band bandwidth bang bank bankers banking bankrupt bankruptcy banks banned banner banners bar
barcelona barely bargain bargains barrera barrister barry bars base based baseline bases basetel bash basic basically basics basis basket
batch bath bathroom batteries battery battle baxter bay bayes bb bbc bc bcc be bea beach beads bear bearer bearing bears beat beating beats
beautiful beauty beberg became because become becomes becoming bed bedroom bee been beer before began begin beginners beginning begins begun
behalf behavior behaviour behaviours behind beijing being belief beliefs believe believed believer believes believing bell belong belongs
below belt ben benchmark beneath beneficial beneficiary benefit benefits benjamin bent berkeley berlin berlind bernard besides best bestsoft
bet beta betray better between beyond bi bias bid big bigger biggest bill billed billing billion billions bills billy bin binaries binary
bind binding bindings biological bios birds birth birthday bit bitbitch bite bits biz bizarre bk black blair blame blank blanks blast
blaster bless blew blf blind bliss block blocked blocking blocks blog blogging blogs blonde blood bloody blouse blouses blow blows blue
blueprint blues bluetooth blvd bml board boards boat bob bodies body body's bogus boing bolcer bolsh bomb bombarded bombs bond bone bones
bonus bonuses book books boom boomer boost boosts boot boots border bored boring born borrow bose boss boston botanical botanicals both
bother bothered bottle bottles bottom bought bounce bound boundaries bouquet box boxed boxes boy boys bra bracelet brain branch brand
branding brands brass brazil break breaking breaks breakthrough breast breasts breath breeding brent brian bride bridesmaid bridge brief
briefly bright brilliant bring bringing brings britain britain's british broad broadband broadcast broadcasting broader broke broken broker
brokerage brokers brother brought brown browse browser browsers browsing bruce brushes bryan bsd btamail btw bubble buck bucks budget buffer
bug bugs bugtraq bugzilla build builder building buildings builds built bulk bull bulletin bunch bundle burden bureau bureaus buried burn
burned burner burners burning burns bus busch bush bush's business businesses bust busy but button buttons buy buyers buying buys by bypass
byrne byte bytes ca cabinet cable cables cache caching cafe caffeine cake cakes cal calculate calculation calculations calendar calif
california call called calling calls calm calming caltech cambridge came camera cameras camo camp campaign campaigns campus cams can can't
canada canadian canadians cancel cancellation cancelled cancer candidate candidates candy cannabis cannot canon cant cap capabilities
capability capable capacity capital capitalism capitalist capitalists capitalize caps capsules capture captured car carbon card cards career
careers careful carefully caring carr carried carrier carriers carry carrying cars cart cartoon cartridge cartridges carts case cases cash
casino cassette cast casual cat catalog catalogs catalogue catch catches catching categories categorized category catholic cats caught cause
caused causes causing cb cbd cbs cbyi cc cd cd's cdale cdrom cds celebrate celebrations celebrity celeron cell cells cellular cellulite cent
center centering centers central centre centric cents centuries century ceo certain certainly certificate certified cet cf cfm cgi ch chain
chair chairman chairs chakra challenge challenged challenges challenging chamber chance chances change changed changes changing channel
channelonline channels chaos chapter char character characteristics characters charge charged charges charging charity charles charset chart
charts chat chatting cheap cheaper cheating check checked checking checklist checklists checkout checks cheers chemical chevron chicago
chicken chickens chief chiffon child childhood children china china's chinese chinos chip chips chipset chocolate choice choices cholesterol
choose choosing chorus chose chosen chris chris's christian christmas christopher chuck church cia ciaran cid cigarette cigarettes cindy
cinema cios circle circles circuit circulation circumstances cisco cited cities citizen citizens city civil civilian civilization cl claim
claimed claiming claims clarify clark class classes classic classified classifieds classifier claw claws clean cleaned cleaner cleaning
clear clearance cleared clearer clearing clearly clever click clicking clicks client client's clients climate climax clinton cloak clock
close closed closely closer closes closest closing clothes clothing cloud cloudmark club clubi clue clues cn cnet cnet's cnn co coach
coalition coast cobalt code coded codes coding coffee cold colin collaboration collapse collateral colleagues collect collected collectible
collecting collection collections collective collector collectors college collegiate collision color colorado colored colorful colors colour
column columns com's combat combination combine combined combines combining combo combos comcast come comes comfort comfortable comfortably
comic coming command commander commands commence comment commentary comments commerce commercial commission commissions commit commitment
commits committed committee committment common commonly communicate communicating communication communications communities community comp
compact companies companion company company's compaq compare compared comparing comparison comparisons compatibility compatible compelling
compensate compensation compete competing competition competitive competitors compilation compile compiled compiler compiling complain
complained complaint complaints complement complete completed completely completing completion complex complexity compliance compliant
complicated comply component components composite comprehensive compressed compression comprised compromise compromised computed computer
computer's computers computing con concealed concentrate concentrated concentration concentrations concept concepts concern concerned
concerning concerns conclude concluded conclusion condition conditions condone conduct conducted conf conference conferences conferencing
confidence confident confidential confidentiality config configuration configurations configurator configure configured confirm confirmation
confirmed confirming confirms conflict confuse confused confusing confusion congestion congo congratulations congress congressional
conjunction connect connected connecting connection connections connectivity connects conor consent consequence consequences consequently
conservative consider considerable considerably consideration considered considering consistent consistently consists console consolidate
consolidation constant constantly constitute constitutes constitution constitutional construct constructing construction constructive
consult consultant consultants consultation consulting consumer consumers consuming consumption contact contacted contacting contacts
contain contained containing contains content contents contest context continent continental continue continued continues continuing
continuously contract contracted contractor contractors contracts contractual contrary contrast contribute contributed contributing
contribution contributions contributor control controlled controlling controls controversial convenience convenient convention conventional
conversation conversations conversion convert converting converts convince convinced cookie cookies cool cooling coolpix cooperate
cooperation cope copied copier copies copy copying copyright copyrighted coral cordial cordless core corner corp corporate corporation
corporations corpus correct corrected correction correctly correspondence correspondent corresponding corrupt corruption cosmic cost costly
costs could couldn't council counseling count counted counter counting countless countries country country's counts county couple coupon
courage course courses coursey court courtesy courts cover coverage covered covering covers cpan cpu cr crack cracking craft craig crammed
crap craphound crappy crash crashes crashing cravings crazy cream create created creates creating creation creative creativity creator
creators credibility credible credit creditors credulity crew crime crimes criminal criminals crisis criteria critical critics crm cron
cross crossing crowd crucial cruise cry crypto cryptography crystal crystals cs css ct cto ctrl cultural culture cultures cum cup cur cure
curious currency current currently curse curve custody custom customer customer's customers customerservice customizable customize
customized cut cute cuts cutting cvs cvsroot cw cwg cyber cyberspace cycle cypherpunks da dad daemon daily damage damaged damages damaging
damn dance danger dangerous daniel dare dark darn darwin data database databases date dated dates dating daughter davc dave david davis day
days db dbqe dbs dc dcc dd de dead deadline deal dealer dealing deals dealt dear death deaths debate debian debit debt debts debug dec
decade decades decay deceased december decent decide decided decides deciding decision decisions deck declan declaration declare declared
decline declined decrease dedicated deductible deep deepeddy deeper deeply def default defaults defeat defend defense definately define
defined definitely definition degree degrees deja delay delayed delays delete deleted deleting deliberately deliver deliverable delivered
delivering delivers delivery dell delta demand demanding demands demo democracy democratic demonstrate denied denies denon dense dental
denver deny depart department depend dependencies dependency depending depends deploy deployed deploying deployment deposit deposited
deposits depressed depression dept depth derived describe described describes describing description descriptions desert deserve design
designated designed designer designers designing designs desire desired desk desktop desktops despite destination destiny destroy destroyed
destruction destructive detail detailed details detect detected detection determination determine determined determining dev devel develop
developed developer developers developing development developments device devices devil devoted diagnostics dial dialog dialup diamond dice
dick dictated dictionary did didn't die died dies diesel diet dieting diets differ difference differences different differently difficult
difficulties difficulty dig digest digging digicam digicams digilux digit digital digitaldaze dijkstra dimage dime dimension dinner dinter
diploma diplomas diplomatic direct directed direction directions directly director directories directors directory dirt dirty disability
disable disabled disabling disagree disappear disappearance disappointed disaster disc discipline disclaimer disclose disclosed disclosure
discomfort disconnect disconnected discount discounted discounts discover discovered discoveries discovering discovery discreet discs
discuss discussed discussing discussion discussions disease diseases dish dishone disk disks disney dispatch display displayed displaying
displays disposition dispute disregard dissemination dist distance distant distinction distress distribute distributed distributing
distribution distributions distributor distributors district distro disturbing diversity divided division divorce divx dk dll dma dmca dna
dns do doc docs doctor doctors document documentation documented documents doers does doesn't doesnt dog doing doll dollar dollars domain
domains domestic dominant don don't donated donation done dont doom door doors dot double doubt dow down downline download downloadable
downloaded downloading downloads downside dozen dozens dr draft drag dragged dragon draig dramatic dramatically draw drawing drawn draws
dream dreamed dreaming dreams dress dresses drew drink drinking drinks drive driven driver drivers drives driving drm drop dropped dropping
drops drove drug drugs drunken dry dsc dsl dual dubbed dublin dude due dull duly dumb dump dumps duncan duo duplicate duplication duration
during dust duty dv dvd dvd's dvds dying dyn dynamic dynamically dysfunction e'print ea each eager ear earlier earliest early earn earned
earning earnings earns earrings ears earth earth's ease easier easiest easily east eastern easy eat eating ebay ebook ebooks ebusiness echo
eco ecobuilder economic economically economics economies economist economy ed edge edificio edinburgh edit edited editing edition editions
editor editor's editorial editors edt edu educated education educational edward ee eff effect effective effectively effectiveness effects
efficiency efficient efficiently effort efforts eg egroups egwn eh eight einstein eircom either election electric electrical electronic
electronics elegant element elements elias eligible eliminate eliminated eliminates elite else else's elsewhere em emacs email emailed
emailing emails embedded embroidered emc emerge emerged emergency emerging emissions emotional empire employ employed employee employees
employer employers employment empty enable enabled enables enabling enclosed encoded encoding encounter encountered encourage encouraged
encourages encrypted encryption end endeavors ended ending endless endorsed endowed ends enemies enemy energetic energy enforcement engage
engaged engine engineer engineering engineers engines england english enhance enhanced enhancement enhancements enhancer enhances enhancing
enjoy enjoyed enjoyment enlarge enlargement enormous enough enron ensure ensuring enter entered entering enterprise enterprises entertaining
entertainment entire entirely entities entitled entity entrepreneur entrepreneurs entries entry envelope environment environmental
environments ephedra episode epl epson epson's equal equally equipment equipped equity equivalent era erectile erection erections ergonomic
eric ericdress ericsson erik erotic error errors es escape escaped especially essence essential essentially essentials esso establish
established establishment estate esteem estimate estimated estimates etc ethernet ethical ethnic eu eugen eur euro europe european euros
eval evaluate evaluation even evening event events eventually ever every everybody everyday everyone everyone's everything everywhere
evidence evil evolution evolve evolved ew ex exact exactly exam examine example examples exceed exceedingly excel excellent except exception
exceptional exceptions excess excessive exchange exchanged excite excited excitement exciting excl exclude excluded exclusive exclusively
excuse excuses exe exec execs executable execute executed execution executive executives exercise exercising exhibit exist existed existence
existing exists exit exmh exotic expand expanded expanding expansion expect expectations expected expecting expects expense expenses
expensive experience experienced experiences experiment experiments expert expertise experts expiration expired expires explain explained
explaining explains explanation explicit explicitly explode exploit exploited explore explorer explosion explosive expo export expose
exposed exposure express expressed expression ext extend extended extending extends extension extensions extensive extent external extra
extract extracted extracting extraction extractor extracts extraordinary extreme extremely exxonmobile eye eyes ez ezine fa fabric fabulous
fac face facebook faced faces facilitate facilities facility facing fact factor factors facts factual fail failed failing fails failure
failures fair fairly faith faithfully fake fall fallen falling falls false fame familiar families family family's famous fan fancy fans
fantastic fantasy faq far farber fares fark farm farmers farms farquhar fascinating fashion fast faster fastest fat fatal fate father
father's fault fave favor favorite favourite favourites fax faxes fbi fc fcc fda fear feasibility feasible feature featured features
featuring feb february fed federal federation fedex fee feed feedback feeds feel feeling feelings feels fees feet fell fellow felt female
females fetch few fewer ff ffff fi fiber fiction field fields fifth fifty fight fighting figure figured figures figuring file filed filename
files filesystem filesystems filing fill filled filling film films filter filtered filtering filters final finally finance finances
financial financially financing find finding findings finds fine finest finger fingerprint fingers finish finished finn fire fires firewall
firewalls firewire firm firms first firstly firststop fiscal fish fit fits five fix fixed fixes fixing fl flag flags flames flash flat
flavors flaw flawed flaws flexibility flexible flight flip flist floating floor floppy florida flow flowers fly flying fm fn focus focused
folder folders folk folks follow followed following follows font fonts foo food fool foot footage football footwear for forbes forbidden
force forced forces forcing ford forecast foreign foreigner forest forests forever foreversp forge forged forget forgot forgotten fork
forking form formal formally format formation formats formatting formed former formerly forming forms formula formulas formulated
formulation fort forteana forth fortunately fortune fortunes forty forum forums forward forwarded forwarding foster found foundation
foundation's foundations founded founder founding four fourth fox fp fps fr fraction frame framework france franchise francis francisco
frank frankly fraud fred free freebsd freedom freely freeware freeze freight french frequency frequent frequently fresh freshrpms fri friday
friedman friend friendly friends frightening frihet frills from front frontier fronts frozen frustrated frustrating frustration fs fsck ft
ftoc ftp fu fuck fucking fuel full fully fun function functional functionality functions fund fundamental fundamentally fundamentals funded
funding funds funny furnish further furthermore fusion future fuzzy fw fwd ga gain gained gaining gains gallery gamble gambling game games
gaming ganja gap garden garrigues gary garym gas gasoline gasp gate gates gateway gather gathering gave gay gb gbolcer gcc ge gear geege
geek geeks geforce gen gene general generally generate generated generates generating generation generations generic genes genetic genius
genom gentle gentoo genuine geocities geometry george german germany get gets getting gg ghost ghz giant gibbon gibson gif gift gifts
gigantic gimp gingras girl girlfriend girls give giveaway given gives giving glad gladly glass glibc global globe glossary glow gmt gnat
gnome gnomecredits gnomedex gnomedownloads gnomefavorite gnomenetwork gnomespecials gnomestore gnomesystem gnometip gnomies gnu gnupg go
goal goals god goes going gold golden golf gone gonna good goodbye goodness goods google gordon gorgeous got gotta gotten gov governed
government government's governments gpg gpl gr grab grabbed grade grades graduate graham gram grand grant granted grants graphic graphical
graphics grass grateful gray great greater greatest greatly greed greedy green greenpeace greetings greg gregory grep grew gross grossly
ground group groups grow growing grown grows growth grumbled gstreamer gtk guarantee guaranteed guarantees guardian guess guessed guessing
gui guidance guide guided guidelines guides guido guilty gulf gun guru guy guys gx gz habeas habeus habit hack hacked hacker hackers hacking
had hadn't hair half hall ham hamilton hammer hammie hand handbook handed handful handheld handhelds handle handled handles handling hands
handspring handy hang hanging hangs hanson's happen happened happening happens happier happiness happy harassment hard hardcore harder
hardly hardware harley harm harman harmful harvard harvest harvests has hash hasn't hassle hat hate have haven't having havoc hawaii
hazardous hd hda he he'd he'll he's head headaches headed header headers heading headings headline headlines headquarters heads healing
health healthier healthy hear heard hearing heart heat heating heaven heavily heavy heck hedland height held hell hello help helped helpful
helping helps hence her herb herbal herbs here here's herein heritage herself hesitate hettinga hewlett hey hgh hi hidden hide hiding
higgins high higher highest highlight highlighted highlighting highlights highly hike hill hills him himself hint hire hired hiring his
hispanic historical historically history hit hitachi hitch hits hitting hiv hl hlc hmm hmmm hobby hold holder holders holding holdings holds
hole holes holiday holidays hollywood home homeland homemade homeowner homeowners homepage homes homeware honest honestly honesty honeycomb
hong honor honored hood hook hooked hope hopefully hopes hoping hopto hormone hormones horny horrible horror horse hospital hospitality host
hosted hostile hosting hosts hot hotel hotels hotmail hottest hour hours house household housekeepers houses housing houston how however
howto hp hp's href hrs htddw htm html htr hts http https hub huckleberry huge hughes huh human humans humor hundred hundreds hunger hunt
hunter hunting hurry hurt hurting hurts husband husband's hype i i'd i'll i'm i've ia ian iber ibm ibm's ibuc icann ice icon icons icq id
idea ideal ideally ideas identical identification identified identify identity ideology idiot idle ids ie if ignorant ignore ignored
ignoring ii iii iirc iiu iki ill ille illegal illinois illness ilug im imac image images imagination imagine imagined imap img imho
immediate immediately immune imo imp impact implement implementation implementations implemented implementing implications implied imply
import importance important importantly importing impose impossible impress impressed impression impressive improve improved improvement
improvements improves improving impulse in inability inadvertently inappropriate inbox inc incentive incentives inch inches incident include
included includes including inclusion inclusive income incoming incompatible incomplete inconvenience incorporate incorrect incorrectly
increase increased increases increasing increasingly incredible incredibly incurred indeed independence independent index india india's
indian indians indicate indicated indicates indicating indication individual individually individuals indulge indulgence industrial
industries industry inevitable inexpensive inexpensively infinite influence info inform information informational informative informed
infoworld infrastructure infringement ing ingredients init initial initially initiated initiative initiatives injuries injury ink inkjet
inkjets inline inner innocent innovation innovations innovative inphonic input inquiries inquiry ins insane insert inserted inside insider
insider's insight insist insomnia inspection inspiration inspired inspires install installation installations installed installer installing
installment installs instance instances instant instantly instead institute institutions instructed instruction instructions instruments
insurance insuranceiq insurancemail int integral integrate integrated integrating integration integrity intel intel's intellectual
intelligence intelligent intend intended intense intent intention inter interact interaction interactions interactive interest interested
interesting interests interface interfaces internal internally internals international internet internet's interrupted interruption
intervention interview interviewed interviews intimidate into intranet intro introduce introduced introducing introduction introductory
invalid invaluable invasion invasive invented invention inventory invest invested investigate investigated investigating investigation
investigative investigator investigators investing investment investments investor investor's investors invisible invitation invitations
invite invited invoiced involve involved involvement involves involving io ion ip ipaq iphone ipod ips iqa iraq irc ireland irish iron
irrelevant irs irvine is isa ish island islands isn't iso isp isps israel issue issued issues it it'd it'll it's italian italy item itemid
items its itself jabber jack jackets jackson jaguar jail jailed jake jakma james jamesr jamie jan january japan japanese jar jason java
javascript jay jd jean jeans jeff jennifer jeremy jersey jesse jessica jesus jet jewish jf jfn jid jim jimmy jm jmason job jobs jody joe
joel john johnson join joined joining joint joke jon jones jordan jose joseph jour journal journalist journey joy joyful jp jpeg jpg jr jsp
judge judging judgment judgments judicial juice jukebox jul july jump jumped jumpers jumpsuit jumpsuits june juniper junk jury just justice
justify justin jwz kabila kanga kardon karl kate kazaa kb kbps kde keen keep keeper keeping keeps kelly ken kenn kept kernel kernels kevin
key keyboard keyboards keynote keys keystroke keywords khare kick kid kiddies kidding kids kill killed killer killing kills kin kind kinda
kindly kinds king kingdom kit kitchen kits kleptomania kloiber km knew know knowing knowledge known knows kong korea kra kragen kunskap la
lab label labeled labels labor laboratory labour labs lace lack laden ladies lady lagos laid lake lame lan land landed lands lane lang
language languages laptop laptops large largely larger largest larry laser laserjet last lasting late lately later latest latin latitude
latter lauderdale laugh laughed laughing launch launched launches launching laundry laurent law lawful lawrence laws lawsuit lawsuits lawyer
lawyers lay layer laying layout lazy lbs lcd ld lead leader leaders leadership leading leads leaf lean leap learn learned learning lease
leasing least leather leave leaves leaving led lee left leg legacy legal legality legally legendary legislation legit legitimate legs leica
leitl lender lenders lending length lenses less lesser lesson lessons let let's lets letter letters letting level levels leverage lexmark lg
li liability liable lib liberal libertatem liberties liberty libido libraries library libs licence license licensed licenses licensing lie
liens lies life lifestyle lifetime lift light lighting lightning lights like liked likely likes likewise lilo limbo limit limitations
limited limiting limits line linear lines link linked linking links linksys linux linuxmafia liquid lis list list's listed listen listening
listid listinfo listing listings listman listmaster lists lite literally literature litigation little live lived livejournal lives living ll
llc lo load loaded loading loads loan loans local locally locate located locating location locations lock locked lockergnome locking log
logged logging logic logical login logo logs lol london lonely long longer longest look looked looking looks lookup looney loop loops loose
loosen lord lori lose losing loss losses lost lot lots lotsonet lottery lotus loud love loved lovely lovers low lower lowering lowest loyal
ls lt ltc ltd lucas lucid luck luckily lucky lucrative luis lunch lust luxury lycos lyda lying lynn lynx ma mac machine machinery machines
macintosh macosx macro macros macworld mad madam made magazine magazines magic magical magnesium magnitude magsafe mail mailbox mailboxes
mailed mailer mailers mailin mailing mailings mailli mailman mails mailto main mainly maintain maintained maintainer maintaining maintains
maintenance major majordomo majority make makefile maker makers makes making malaysia male males malicious mall mammoth man man's manage
manageable managed management manager managers manages managing mandate mandated mandatory mandrake manhattan manipulation manner manual
manually manuals manufacturer manufacturer's manufacturers manufacturing many map mapped maps marc march margin marijuana marine marital
mark marked market marketer marketers marketing marketplace markets marking marks markup marriage married marseille martin mary masks mason
mass masses massive master mastercard masters match matches matching mate material materials math mathematics matrix matt matter matters
matthew matthias mattress mature max maximize maximum may maybe mb mba mbox mbps mbr mc md me meal mean meaning meaningful means meant
meantime meanwhile measure measured measures meat meatspace mechanism mechanisms media medical medication medications medicine medium meet
meeting meetings meets mega megapixel megs member members membership memo memorial memories memory men men's mens mental mention mentioned
menu menus merchandise merchant merchants merciless merely merge merger merit mess message messages messaging messenger messing meta
metabolism metal meter method methods metro mexico mh mhz miami michael micro microsoft microsoft's microsystems mid middle midst might
mighty mike mil mile mileage miles military millennium million millionaire millions milter mime min mind minded minds mine mini minimal
minimize minimum minister ministry minnesota minolta minor minority mins minute minutes miracle mirror mirroring mirrors misleading miss
missed missile missing mission mistake mistakes misunderstood mitchell mithral mitsubishi mix mixed ml mld mlm mm mo mobile mobility mock
mod modalities mode model modeling models modem modems modern modes modest modification modified modify modifying module modules moen mohr
mom moment moments momentum monday monetary money monitor monitored monitoring monitors monkey monopoly monster month monthly months mood
moon moonstone moral more moreover morgan morning morris mortgage mortgages mostly mot mother motion motivated motocross motoin motor
motorola mount mountain mounted mounts mouse mouth move moved movement moves movie movies moving mozilla mp mpeg mplayer mr mrs ms msg msgs
msn msnbc mt mta much multi multilevel multimedia multipart multiple murder murphy muscle museum music muslim must mutt mutual mx my
myjabber myself mysql mysterious mystery myth na nah naive name named namely names napster narrow nasa nasdaq nasty nat natalie nation
nation's national nationally nations nationwide native natural naturally nature nature's navigate navigation navy nb nbc nc nd near nearby
nearest nearly neary neat nec necessarily necessary necessities necessity neck need needed needs negative negatives negotiate neighbor
neighborhood neighbors neil neither nelson nervous net netherlands netnoteinc netscape network networking networks never nevertheless new
newbie newer newest newly newnamedns news newsgroup newsgroups newsisfree newsletter newsletters newspaper newspapers next nfl nfs ng nh
niall nic nice nicely nick nicotine nigeria nigerian night nightly nightmare nights nightwear nikon nine nixia nj nkiys nl nmh no nobel
nobody noise nokia nominated non none nonetheless nonsense nonspam noon nope nor norm normal normally norte north northern norton norway
nose nospam not note notebook notebooks noted notes nothing notice noticed notices notification notified notify noting notion novel november
now nowadays nowhere nr nra ns nt nu nuclear null number numbers numerous nurse nursery nv nvidia ny nytimes o'reilly object objective
objectives objects obligated obligation obligations obliged obscure obtain obtained obtaining obvious obviously occasion occasional
occasionally occupation occur occurred occurs ocean oceanfree oct october odd odds of off offensive offer offered offering offerings offers
office officer officers offices official officially officials offline offshore often oh ohio oil ois ok okay okidata ol old older omaha on
once one one's ones ongoing online onlinedown only ontario onto oo oops open opened opengl opening openoffice opens openssh opera operate
operated operating operation operational operations operator operators opinion opinions opponents opportunities opportunity oppose opposed
opposite opposition oprah opt opted optical optimization optimized optimizing option optional options optout or oracle oral orange orbt
order ordered ordering orders ordinary oreillynet org organization organizations organize organized organizing orgasm oriented origin
original originally originating originator orlando orleans oscon osdn oss ot otcbb other others otherwise otoh ouch ought our ours ourselves
out outdoor outer outgoing outlets outlined outlook output outrageous outside outstanding over overall overhead overlook overlooked overly
overnight override overseas overview overwhelming overwrite owe owed owen own owned owner owners ownership owning oxford oz pa pablo pace
pacific pack package packaged packages packaging packard packed packet packing page pages paid pain painful pains paint pair palestinian
palestinians palladium palm pam panasas panasonic panel paper papers paperwork par paragraph parallel parameter parameters parent parents
park parsing part partial participants participate participating participation particular particularly particulars parties partition partly
partner partners partnership partnerships parts party pass passed passengers passes passing passion passphrase passport password passwords
past paste patch patches patchwork patent patented patents path paths patient patients patrick pattern patterns paul pause pay payable
paying payment payments paypal pays pc pc's pci pcs pda pdas pdf peace peak peek peer pen penalty pencil pending penguin penile penis
pennies pennsylvania penny pentagon pentium people people's peoples peoplesoft per percent percentage percentages perception perfect
perfectly perform performance performed performing performs perhaps period periodically periods perl permanent permanently permission
permissions permit permitted persistent person personal personality personalized personally personals personnel persons perspective
pertinent peru pet peter peters pgp ph pharmaceutical pharmacy phase phd phenomena phenomenon phentermine phil philip philippines philosophy
phone phones photo photos photoshop php phrase phrases physical physically physician physics pic picasso pick picked picking pickle picks
pics picture pictures pid pie piece pieces pill pillow pillows pills pilot pinch pine ping pioneer pioneering pipe pipermail piracy pirates
pirillo pitch pittsburg pittstate pixel pk pl place placed placement places placing plain plan plane planet planned planning plans plant
planta plants plate platform platforms platinum plausible play playback played player players playing plays plc please pleased pleasure
pledge plenty plt plug plugin plugins plus plush pm po pobox pocket pockets point pointed pointer pointers pointing points poised police
policies policy political politicians politics poll pool poor poorly pop popular popularity population populations popup porn port portable
portal porters portfolio porting portion portions portland ports position positions positive positives possesses possession possibilities
possibility possible possibly post postage postal posted poster postfix postgresql posting postings postion posts potency potent potential
potentially pound pounds poverty power powered powerful powerpoint powers powershot pr practical practically practice practices prakash pre
precise precisely precision predict predicted predicting prefer preference preferences preferred prefix prefs pregnancy premier premium
premiums preparation prepare prepared preparing preschool prescription presence present presentation presentations presented presently
presents preserve president press pressed pressure prestigious presumably presume pretending pretty prevent prevented preventing prevents
preview previous previously prey price priced prices pricing pride primarily primary prime princeton principal principle principles print
printed printer printers printing prints prior prioritized priority prison privacy private privately privilege privileged privileges prize
prizemama prizes probability probably probe problem problematic problems proc procedure procedures proceed process processed processes
processing processor processors procmail procmailrc procurement produce produced producer producers produces producing product production
productive productivity products profession professional professionally professionals professions professor profile profiled profit
profitable profits program programme programmer programmers programming programs progress progressive prohibited prohibiting project
projects prom prominent promiscuity promiscuous promise promised promises promising promo promote promoted promoting promotion promotional
promotions prompt promptly proof propecia proper properly properties property proposal proposals propose proposed proposition proprietary
prospect prospective prospects prosperous protect protected protecting protection protective protector protects protein protest protests
protocol protocols proud prove proved proven proves provide provided provider providers provides providing province provisions proxy ps pt
pub public publication publications publicity publicly publish published publisher publishers publishing pudge pull pulled pulling pullover
pump pumpkin pumps punch puppy purchase purchased purchases purchasing pure purely purpose purposes pursue pursued pursuit push pushed
pushing put puts putting py python qmail qqqqqqqqqq qualified qualify qualifying quality quantities quantity quantum quarter quarterly queen
queries query question questionable questions quick quicker quickly quicktime quicktopic quiet quinlan quit quite quiz quote quoted quotes
quoting qves race radio rafael rah raid rainbow raise raised raises raising rallied ram ran rand random randomly randy range ranging ranking
ranks rant rapid rapidly rare rarely rat rate rated rates rather rating ratings ratio ratios rats ravages rave raw rawhide ray razor rc rd
rdf re reach reached reaches reaching reaction read readable reader readers readily reading readme reads ready real realistic reality
realization realize realized really reaps reason reasonable reasonably reasons rebate reboot rebuild rebuilt recall receipt receive received
receives receiving recent recently reception recession recieve recipe recipes recipient recipients reckon recognition recognize recognized
recommend recommendation recommendations recommended recompile reconnect record recorded recorder recording records recover recovered
recovery recruiting recurring red redesign redesigned redhat redirect redistribution reduce reduced reduces reducing reduction ref refcode
refer reference references referral referred referring refers refinance refinancing refine refining reflect reform refugee refund refunded
refunds refused reg regard regarding regardless regards regime region regional regions register registered registering registration registry
regular regularly regulated regulation regulations regulatory reinstall reject rejected rel related relating relation relations relationship
relationships relative relatively relatives relax relaxed relaxing relay release released releases releasing relevant reliability reliable
reliably reliance relief relies religion religious reloading rely rem remain remained remaining remains remarkable remedies remedy remember
remembrance remind reminded reminder reminds remo remote remotely remotes removal remove removed removes removing rename rendered rendering
renew renewal renewed rent rental rented rep repaid repair repairs repay repeat repeated repeatedly replace replaced replacement
replacements replaces replacing replenishables replied replies reply replying report reported reporter reporters reporting reports repos
reposed repository represent representation representative representatives represented representing represents reprint reproduce
reproduction reps republic republican reputation request requested requesting requests require required requirement requirements requires
requiring resale research researchers researching resell reseller reserve reserved reset residence resident residents residual resist
resistance resolution resolve resolved resort resource resources respect respected respective respectively respond responded responding
response responses responsibility responsible responsive rest restart restaurant restaurants restore restored restricted restrictions result
resulted resulting results resume retail retailers retain retained retire retired retirement retrieve return returned returning returns
reuters rev reveal revealed revealing reveals revenue revenues reverse reverses reversing review reviewed reviewers reviewing reviews
revised revoke revoked revolution revolutionary reward rewarding rewards rewrite reynolds reza rfc rh ri riaa ribbon rice rich richard rick
rid ride rifles right rights ring rings rio rip ripped rise rising risk risks rival rivals rm road roadside rob robert robin robot robust
rocio rock rocket rocks rogers rohit roi role roll rolled rolling rolls rom roman romantic rompers roof room roommates rooms root roots rose
roses ross rossum rough roughly round route router routers routine routing row royal rpm rpms rs rss rtos ru rude rug ruin rule ruled rules
ruling run running runs runtime rural rush russell russia russian rw rx ryan sa saa sacvs sad sadev safe safely safer safety said sake sale
sales salt sam same sample samples samsung san sandals sane sani sans santa saou sat satalk satellite satisfaction satisfied saturday saudi
save saved saves saving savings saw say saying says sb sc scalable scale scam scan scanned scanner scanning scary scenario scene scenes
schedule scheduled scheduling scheme scholarship scholarships school schools schuman science sciences scientiam scientific scientifically
scientist scientists scoop scope score scores scoring scott scratch screaming screen screened screening screens screenshot screw script
scripting scripts scroll scrutiny scsi sdk se sea search searched searcher searches searching season seat seats seattle sec second secondary
seconds secrecy secret secretary secrets secs section sections sector sectors secure secured securely securities security sed see seed seeds
seeing seek seeker seekers seeking seeks seem seemed seemingly seems seen sees seized select selected selecting selection self sell sellers
selling sells semi seminar seminars senate send sender sendgreatoffers sending sendmail sends senior sensation sense sensitive sensitivity
sent sentence sep separate separated separately seperate sept september sequence sequences sequins serenity serial series serious seriously
serv servants serve served server servers serves service services serving servlet session sessions set sets setting settings settle settled
settlement settlements setup seven seventh several severe severity sex sexual sexually sexy sf sgo sh sha shade shades shall shame shane
shape shaped share shared shareholder shareholders shares sharing sharp shaw she she's shed sheep sheet sheets shell shift ship shipment
shipped shipping ships shirt shirts shit shock shocked shocking shoe shoes shoot shooter shooting shop shopper shopping shops shore short
shortage shortcuts shorter shortest shortly shorts shot shots shoujie should shoulder shouldn't shouting show showcase showed showing shown
shows shrimp shtml shun shut shutdown shutterbugs shy si sic sick sid side sidebar sides siemens sierra sig sight sightings sign signal
signals signature signatures signed signers significance significant significantly signing signs signup silence silent silicon siliconvalley
silly silver similar similarly simple simpler simplest simplicity simplified simplify simply simpson simultaneously since sincere sincerely
single singles sir sister sit site sites sitting situation situations six size sized sizes skeptic skeptical skills skin skip skipped sky
skyrocket skytt skytta slashdot slashed slaughter sleek sleep sleeping sleepycat sleeve sleeveless sleeves slice slick slide slight slightly
slim slip slot slow slower slowing slowly sluts sm small smaller smallest smart smarter smell smile smith smoke smoker smokers smokes
smoking smooth smoother sms smtp snacks snap snapshot snip snippet so soap sober social socialism societies society socket socks soft
software sofware solar solaris sold soldiers sole solely solicit soliciting solid solitaire solution solutions solve solved solving some
somebody somehow someone someone's something sometime sometimes somewhat somewhere son song songs sony soon sooner sophisticated sorry sort
sorted sorting sorts sought soul sound sounds source sourceforge sources south southern sp space spaces spain spam spamassassin spambayes
spamc spamd spammer spammers spams spamtrap spanish sparc spare speak speaker speakers speaking speaks spec special specialist specialists
specialize specialized specializes specially specials species specific specifically specification specifications specified specify specs
spectacular spectrum speculation speculative speech speed speeding speeds spell spend spending spends spent spider spin spirit spite split
splits spoke spokesman spokeswoman sponsor sponsored sponsors sponsorship sport sports spot spots spotted spouse spouting spray spread
spreading spreadsheet spring sprint spy sql square src ss ssh ssl ssr ssz st stability stable stack staff stage stages staggering stake
stakes stamina stamp stamps stand standard standards standing stands stanford star stars start started starter starting starts startup state
stated statement statements states static station stations statistics stats status stay stayed staying stays steady steal stealing stealth
steel step stephen stepped steps stern steve steven stevens stick sticking still stimulate stimulating stm stock stocks stole stolen stone
stop stopesso stopped stopping stops storage store stored stores stories storing storm story straight straightforward strain strange
stranger strangers strategic strategies strategy strawberry stream streaming streams street strength strenuous stress stretch strict
strictest strictly strike strikes string stringent strings strip stripe stripping strips strong stronger strongest strongly struck structure
structures struggle struggling sts stuck student students studied studies studio studios studs study studying stuff stupid style styles
stylish stylus sub suberic subject subjects submission submit submits submitted submitting subscr subscribe subscribed subscriber
subscribers subscription subscriptions subsequent subsequently substance substances substantial substantially substitute subtle succeed
succeeded succeeding success successes successful successfully such suck sucked sucks sudden suddenly sue sued suffer suffered sufferers
suffering suffers sufficient sufficiently suggest suggested suggesting suggestion suggestions suggests suit suitable suite suits sum
summaries summary summer sun sun's sunday sundays super superior supplement supplied supplier suppliers supplies supply support supported
supporting supports suppose supposed supposedly suppressant supreme sur sure surely surf surface surfers surfing surgery surprise surprised
surprising surprisingly surrender surrounded surrounding survey survive survived susan suse suspect suspected suspicious suv suza svanstrom
swap swapping sweaters sweden sweet swing swiss switch switched switching switzerland sylpheed symantec symbol symbols symptoms sync
syndicate syntax synthetic sys sysadmin system systems systemworks sytes ta tab table tables tablet tablets tabs tactic tactics tad tag
tagged tagline tags taint taiwan take taken takes taking tale talent talented talios talk talked talking talkread talks tall tank tao tap
tape tapes tar target targeted targeting targets task tasks taste taught tax taxes taylor tcl tcp te tea teach teachers teaches teaching
team teamed teams tech technical technically technique techniques technological technologies technology techtv ted tee teen teenage teens
teeth tel telecom teledyn teledynamics telemarketing telephone television tell telling tells temperature temperatures template templates
temple temporary ten tenants tend tends tens term terminal terms terrible terrific territory terrorism terrorist terrorists terry tes test
tested testimonials testing tests texas text tft tg th than thank thanking thanks thanx that that'll that's thats the theater theft their
theirs them theme themes themselves then theo theology theories theory therapy there there's thereafter thereby therefore theregister
therein thereof thermal these they they'd they'll they're they've thier thin thing things think thinkgeek thinking thinks third thirty this
tho thomas thoroughly those though thought thoughts thousand thousands thread threads threat threaten threatened threatening threatens
threats three threshold through throughout throw throwing thrown thru thu thursday thus ti ticket tickets tid tie tied ties tight tim time
timely timeout times timing timtest tin tins tiny tip tips tired title titles tk tm tmda tmp tn to tobacco today today's toddler together
token tokenize tokenizer tokens told tolerance toll tom tomorrow ton tone toner toners tonight tons tony too took tool tools top topic
topics tops toshiba total totally touch touched tough tour toward towards towers towing town toy toys tr trace traceback track tracked
tracking tracks trade traded trademark trademarks traders trading tradition traditional traditionally traffic trail trailer train trained
training transaction transactions transcripts transfer transferred transferring transfers transition translates translation transmission
transmissions transmitted transparent transport trap traps travel traveling travelling treasure treasury treat treated treatment treatments
treats tree trees tremendous trend trending trends trial trick tricks tricky tried tries trigger trillion trim trip triple tripod trips
trivial trojan trouble troubles trousers tru truck true truly trust trusted trustworthy truth try trying tuatha tuesday tuition tulle tune
tuned tunes tuning turkey turn turned turning turnkey turns turpin tutorial tv tweak tweaking twelve twenty twice twin two tx txt type typed
types typical typically typing uce ugly uh ui uk ul ultimate ultimately ultra un unable unauthorized unavailable unbelievable uncertainties
uncheck unclaimed uncle uncommon undeliverable under underemployed undergraduate underground underlying understand understanding understands
understood underwriting undoubtedly unearthed unemployed unexpected unfair unfortunately unhappy uninstall union unique unit united units
universal universe universities university unix unknown unlawful unless unlike unlikely unlimited unlisted unnecessary unpredictable
unrelated unseen unsolicited unstable unsub unsubscribe unsubscribed until unusual unwanted up upcoming update updated updates updating
upgrade upgraded upgrades upgrading upon upper ups upset upside upstream urban urge urgency urgent urgently url urls us usa usability usable
usage usb usd use used useful usefulness useless usenet user user's userland username users uses using usr usual usually usw utilities
utility utilize utilized utilizing utmost utterly utvinternet va vacation vacations vague valhalla valid valley valuable value valued values
van var variable variables variant variations varies variety various vary vast vat ve ved vegas vehicle vehicles vendor vendors venture
ventures venue ver verification verified verify veritas verizon versa version versions versus vertical very veteran vhs via viable viagra
vice victim victims victoria video videos vietnam view viewed viewer viewing views village ville vincent vintage violate violation
violations violence violent vip vipul vircio virgin virginia virtual virtually virtue virtues virus viruses visa visible vision visit
visited visiting visitors visits visual visualize vital voice voices void vol volume voluntary vote voters votes voting vp vpn vs vsx vsxd
vt vulnerabilities vulnerability vulnerable wa wage waider wait waiting wake walaa walk walked walking walks wall wallet walls walmart wan
wanna want wanted wanting wants wap war ward warehouse warm warming warned warner warning warnings warns warrant warranties warranty warren
wars was wash washington washingtonpost wasn't waste wasted wasting watch watched watches watching water wav wave waves wax way wayne ways
we we'd we'll we're we've weak wealth wealthy weapon weapons wear wearing weather web web's webcam webcams webdev weblog weblogs webmail
webmake webmaster websearch webserver website websites wed wedded wedding wednesday week week's weekend weekly weeks weight weird welch
welcome welfare well wells went were weren't west western wet what what's whatever whats whatsoever wheel when whenever where where's
whereas wherever whether which while white whitehead whitelist who who's whoa whoever whole wholesale wholly whom whose whump why wi wide
widely wider widespread widow width wife wifi wigs wild will william williams willing willingness wilson win wind window windows wine wing
wink winner winners winning wins winter wipe wire wired wireless wiretaps wisdom wise wisely wish wishes wishing with within without
witnesses wizard wldinfo wm woes wolf woman women women's womens won won't wonder wondered wonderful wondering wont wood word wordinfo words
work workaround worked workers workgroup working works workstation workstations world world's worldcom worlds worldwide worm worried worries
worry worrying worse worst worth worthless worthwhile worthy would wouldn't wow wp wrapping wrinkle wrinkles write writer writers writes
writing written wrong wrote ws wsj wv www xenical xent xerox xim ximian xine xl xml xmms xp xuean xx xxx xyz yahoo yamaha yannick yapc yast
yea yeah year year's years yellow yep yes yesterday yesterday's yet yield york you you'd you'll you're you've young younger your yours
yourself youth yr yrs yup yyyy zdnet zdnet's zealand zero ziggy zimbabwe zine zip zireal zone zonealarm zoom zyban zzzz zzzzteana
`.split(/\s+/),
);
