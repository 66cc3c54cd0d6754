import type { Labels } from '../entry.ts';

export const ageMinor: Labels = {
  category: 'age_minor',
  strong: {
    en: `sophomores in high school, high school sophomore*, high school freshm*, high school juniors, sixth formers, year 7 pupils, ninth grader*, eighth grader*, first grader*, kindergartners, kindergarteners, toddlers own, school-age children, teen gamer*, teen shopper*, teen driver*, teen fashion, teen drama fans, kids who, kids playing, tween girls, tween boys, children of school age, minors, aged under 18, under 18 years, under 18s, under-18s, under 16s, under-16s, under 13s, under-13s, aged 13-17, age 13-17, ages 13-17, aged 12, aged 6-12, ages 6-12, ages 5-12, aged 14, aged 15, aged 16, aged 17, underage*, child user*, child customer*, child account*, kids account*, children under, teenager*, teenage girls, teenage boys, teen girls, teen boys, teens, tween*, preteen*, pre-teen*, adolescen*, schoolchild*, school children, schoolkids, school kids, school pupils, pupils, middle schooler*, high schooler*, high school students, primary school pupils, elementary school students, young gamers under, youth aged, kids aged, children aged, generation alpha, gen alpha, juvenile*, child actor audience`,
    de: `minderjährig*, unter 18 jahren, unter 16 jahren, unter 18-jährige*, jugendliche*, teenager*, schulkind*, schüler*, kinderkonto*, kinder unter, kinder von, kinder im alter`,
    fr: `mineurs, mineur*, moins de 18 ans, moins de 16 ans, moins de 13 ans, adolescent*, ados, collégien*, lycéen*, écolier*, enfants de moins`,
    es: `menores de edad, menores de 18, menores de 16, menor de edad, adolescente*, escolares, alumnos de primaria, alumnos de secundaria, niños menores`,
  },
  weak: {
    en: `kids, children, teen, youth, cartoons, children's games, kids games, kids tv, boy bands, back to school, youth sports`,
    de: `kinder, jugend`,
    fr: `enfants, jeunesse`,
    es: `niños, juventud`,
  },
  products: {
    any: `roblox, minecraft, fortnite, pokemon go kids, school uniform, paw patrol, peppa pig, cocomelon, disney junior, nickelodeon kids, lego duplo`,
  },
  places: {
    en: `school, primary school, elementary school, middle school, high school, kindergarten, daycare, day care, playground, nursery school`,
    de: `schule, grundschule, kindergarten, kita, spielplatz, gymnasium schule`,
    fr: `école maternelle, crèche, aire de jeux`,
    es: `escuela, colegio, instituto de secundaria, guardería, parque infantil`,
  },
  columns: `is minor, minor, minor flag, is child, child user, under 18, under 16, under 13, underage*, teen*, is teen, child account, kids profile, kid profile, parental consent, parental control*, school grade, grade level, school year, school name, school email, minderjaehrig*, age minor, coppa*, student grade, youth*`,
};
