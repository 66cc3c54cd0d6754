import type { Labels } from '../entry.ts';

export const disability: Labels = {
  category: 'disability',
  strong: {
    en: `accessible travel, disability awareness, inclusive education, special education, mental retardation, cleft lip, cleft palate, dwarfism, clubfoot, color blindness, white cane, orthosis, limb difference*, autism spectrum, sensory disorder, developmental delay*, disabled people, disabled persons, disabled customers, disabled adults, disabled children, disabled veterans, disabled passengers, disabled students, disabled access, disabled parking, the disabled, disability, disabilities, developmental disability, developmental disabilit*, learning disabilit*, intellectual disabilit*, physical disabilit*, people with disabilities, special needs, special needs children, special education, handicapped, wheelchair*, wheelchair user*, amputee*, prosthetic limb*, paraplegi*, quadriplegi*, tetraplegi*, cerebral palsy, down syndrome, down's syndrome, autism, autistic*, asperger*, neurodivers*, neurodivergen*, adhd, dyslexi*, dyspraxi*, dyscalculia, blind people, blindness, legally blind, visually impaired, visual impairment*, low vision, partially sighted, sight loss, deaf, deaf people, deafness, deafblind, hard of hearing, hearing impaired, hearing impairment, hearing loss, hearing aid*, cochlear implant*, sign language, braille, guide dog*, hearing dog*, service dog*, assistance dog*, mobility aid*, mobility impaired, mobility scooter*, stairlift*, stair lift*, walking frame, rollator*, screen reader user*, screen reader*, speech impediment, speech disorder*, stutter*, speech impairment, muscular dystrophy, spinal cord injury, spina bifida, disability benefits, disability insurance claimant*, blue badge holder*, independent living disabilities, disability rights, carers of disabled, accessible housing, adaptive equipment, personal independence payment`,
    de: `behinderung*, behinderte*, schwerbehinder*, behindertenausweis, menschen mit behinderung, rollstuhl*, gehörlos*, schwerhörig*, hörgerät*, blinde menschen, sehbehinder*, sehbeeinträcht*, gebärdensprache, autismus, autist*, lernbehinder*, legasthen*, pflegegrad, treppenlift*, blindenhund, barrierefrei wohnen, gehbehinder*, inklusion behinder*`,
    fr: `handicap*, personne handicapée, personnes handicapées, en situation de handicap, fauteuil roulant, sourd*, surdité, malentendant*, appareil auditif, appareils auditifs, aveugle*, malvoyant*, déficience visuelle, déficience auditive, langue des signes, autisme, autiste*, dyslexi*, monte-escalier*, allocation adulte handicapé, mobilité réduite, trisomie`,
    es: `discapacidad*, discapacitad*, persona con discapacidad, personas con discapacidad, silla de ruedas, sordo*, sordera, audífono*, ciego*, ceguera, discapacidad visual, discapacidad auditiva, lengua de signos, lenguaje de señas, autismo, autista*, dislexi*, movilidad reducida, síndrome de down`,
  },
  weak: {
    en: `disabled, accessibility, assistive technology, large print, occupational therapy, speech therapy, speech-language pathology, hearing test*, audiology, adaptive clothing, rehabilitation equipment, caregiver support`,
    de: `barrierefrei*, ergotherapie, logopädie, hörtest*`,
    fr: `accessibilité, ergothérapie, orthophonie, bilan auditif`,
    es: `accesibilidad, terapia ocupacional, logopedia`,
  },
  products: {
    any: `incontinence pad*, adult diaper*, inkontinenz*, protections urinaires, pañales para adultos, grab bar, shower chair, walker for seniors, large button phone, talking watch`,
  },
  columns: `disab*, handicap*, wheelchair*, accessibility need*, accommodation request*, reasonable adjustment*, screen reader*, special needs, mobility impair*, hearing impair*, visual impair*, hearing aid*, is deaf, is blind, tty, behinder*, schwerbehinder*, pflegegrad, discapac*, blue badge, sen status, adhd*, autis*`,
};
