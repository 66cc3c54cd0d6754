import type { Labels } from '../entry.ts';

export const reproductive: Labels = {
  category: 'reproductive',
  strong: {
    en: `postmenopaus*, post-menopaus*, premenopaus*, expectant couple*, expectant famil*, reproductive freedom, trying for a baby, mothers-to-be, new mothers, new moms, insemination, artificial insemination, pregnancy loss, baby loss, fertility diet, fertility awareness, egg donation, sperm donation, sperm bank, sperm count, embryo*, teen pregnancy, unplanned pregnancy, abstinence, baby bump, babymoon, birth plan, birthing, cesarean, caesarean, diaphragm contraceptive, tubal ligation, gestation, pumping mothers, nursing mothers, nursing mom*, weaning baby, pregnan*, expecting a baby, expectant mother*, expectant mom*, expectant parent*, expecting parents, moms to be, mothers to be, mums to be, mom-to-be, mum-to-be, trying to conceive, ttc community, fertility treatment, fertility clinic, infertility, infertile, ivf, in vitro fertilisation, in vitro fertilization, egg freezing, egg donor*, sperm donor*, surrogacy, surrogate mother*, miscarriage*, stillbirth*, abortion*, abortion clinic, abortion seeker*, termination of pregnancy, crisis pregnancy, contracepti*, birth control, birth control pill*, morning after pill, emergency contraception, iud, menopaus*, perimenopaus*, menstrua*, period tracker, period tracking, ovulat*, endometriosis, polycystic ovary, pcos, prenatal, antenatal, postnatal, postpartum, natural childbirth, childbirth, midwife, midwives, doula*, maternity, maternity clothes, maternity wear, breastfeed*, breast feeding, breast pump*, lactation, newborn due, due date baby, baby due date, trimester, morning sickness, ultrasound pregnancy, vasectom*, hysterectom*, reproductive health, reproductive medicine, reproductive rights, obstetric*, gynaecolog*, gynecolog*, planned parenthood, low sperm count, erectile dysfunction`,
    de: `schwanger*, kinderwunsch*, künstliche befruchtung, fehlgeburt*, totgeburt*, abtreibung*, schwangerschaftsabbr*, verhütung*, antibabypille*, pille danach, wechseljahre, menopause, menstruation*, eisprung*, stillende*, stillzeit, mutterschaft*, umstandsmode, hebamme*, werdende mütter, werdende eltern, entbindung*, geburtstermin, unfruchtbar*, wochenbett`,
    fr: `enceinte*, grossesse*, femme enceinte, fausse couche, avortement*, ivg, interruption volontaire de grossesse, contraception, contraceptif*, pilule du lendemain, infertilit*, procréation médicalement assistée, fécondation in vitro, ménopaus*, menstruation*, règles douloureuses, ovulation, allaitement, allaitante*, maternité, accouchement*, sage-femme, futures mamans, future maman, futurs parents, stérilité`,
    es: `embaraz*, fertilidad, infertilidad, reproducción asistida, fecundación in vitro, aborto*, anticoncepti*, píldora del día después, menopausia, menstruación, ovulación, lactancia, maternidad, parto, matrona*, futuras mamás, futura mamá, futuros padres`,
  },
  weak: {
    en: `fertility, women's health, baby registry, baby shower*, baby names, new baby, newborn*, new parents, new mothers, new moms, feminine hygiene, period products, sexual health`,
    de: `frauengesundheit, babyparty, erstausstattung baby, neugeborene*, babyliste*`,
    fr: `santé de la femme, liste de naissance, nouveau-né*, futur bébé`,
    es: `salud de la mujer, lista de nacimiento, recién nacido*, canastilla bebé`,
  },
  products: {
    any: `prenatal vitamin*, folic acid, pregnancy test*, ovulation test*, ovulation kit*, schwangerschaftstest*, ovulationstest*, test de grossesse, test de embarazo, maternity bra, nursing bra, stretch mark cream, unscented lotion, clearblue, tampons, clomid, mifepristone, misoprostol, ella one, nuvaring, depo-provera, baby monitor registry, still-bh, acide folique, ácido fólico`,
  },
  places: {
    en: `fertility clinic, abortion clinic, maternity ward, birth center, birthing centre, women's clinic`,
    de: `kinderwunschzentrum, geburtsklinik, geburtshaus`,
    fr: `clinique de fertilité, maternité`,
    es: `clínica de fertilidad, clínica de aborto`,
  },
  columns: `pregnan*, due date baby, baby due date, expected due date, fertility*, ivf*, abortion*, contracept*, birth control, menstru*, period tracker*, cycle day, cycle length, ovulation*, menopaus*, trimester*, maternity*, gestation*, schwanger*, kinderwunsch*, enceinte*, grossesse*, embaraz*, lactat*, breastfeed*, breast feeding, reproductive*, miscarriage*, baby registry`,
};
