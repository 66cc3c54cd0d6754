import type { Labels } from '../entry.ts';

export const sexGender: Labels = {
  category: 'sex_gender',
  strong: {
    en: `gender male, gender female, gender > male, female customers, male customers, females, males, females aged, males aged, female shoppers, male shoppers, women aged, men aged, women over, men over, women under, men under, women only, men only, working women, working men, women veterans, single women, single men, young women, young men, older women, older men, women voters, stay at home moms, sex of person`,
    de: `geschlecht weiblich, geschlecht männlich, weibliche kund*, männliche kund*, frauen über, männer über, frauen ab, männer ab, nur für frauen, nur für männer`,
    fr: `sexe féminin, sexe masculin, clientes féminines, femmes de plus de, hommes de plus de, femmes actives`,
    es: `sexo femenino, sexo masculino, mujeres mayores de, hombres mayores de, mujeres trabajadoras, clientas femeninas`,
  },
  weak: {
    en: `women, woman, men, ladies, women's, womens, men's, mens, gentlemen, moms, mums, dads, mothers, fathers, mothers day, fathers day, women's clothing, men's clothing, women's fashion, men's fashion, women's health, men's health, feminine, masculine, feminine hygiene, women in, female, male, girls, boys, feminism, gender gap, gender`,
    de: `frauen, damen, herren, männer, damenmode, herrenmode, mütter, väter, geschlecht`,
    fr: `femme*, homme*, mode femme, mode homme, mamans, papas, féminin, masculin`,
    es: `mujer, mujeres, hombre, hombres, moda mujer, moda hombre, mamás, papás, género`,
  },
  columns: `gender, sex, gender code, sex code, is female, is male, female, male, geschlecht, sexe, sexo, genero, genre personne, inferred gender, predicted gender`,
};
