import type { Labels } from '../entry.ts';

export const union: Labels = {
  category: 'union',
  strong: {
    en: `workers organizing, organizing workers, workers organising, worker solidarity, on strike, strikers, strike fund, general strike, workers strike, union job*, union jobs, union local, unionist trade, union organizing, nurses union*, police union*, firefighters union, pilots union, actors union, writers strike, trade union*, trade-union*, labor union*, labour union*, union member*, union membership, union dues, union rep, union representative*, union organizer*, union organiser*, unionized, unionised, union worker*, shop steward*, collective bargaining, works council member*, workers union, postal workers union, teachers union, nurses union, auto workers union, brotherhood of teamsters, teamsters, laborers international union, strike participant*, picket line, on strike workers, union household*`,
    de: `gewerkschaft*, betriebsrat, betriebsräte, betriebsratsmitglied*, tarifkommission, streikende*, ig metall, ver.di mitglied, verdi mitglied`,
    fr: `syndicat*, syndiqué*, syndicalis*, délégué syndical, délégués syndicaux, adhérent syndical, cotisation syndicale, cgt, cfdt, gréviste*, comité d'entreprise`,
    es: `sindicato*, sindical*, sindicalis*, afiliado sindical, delegado sindical, cuota sindical, comisiones obreras, huelguista*, comité de empresa`,
  },
  weak: {
    en: `labor movement, labour movement, workers rights, workers' rights, labor relations, organized labor, strike action`,
    de: `tarifvertrag, arbeitnehmerrechte`,
    fr: `droit du travail syndical, mouvement ouvrier`,
    es: `movimiento obrero`,
  },
  places: {
    en: `union hall, union office, picket`,
    de: `gewerkschaftshaus`,
    fr: `bourse du travail, maison des syndicats`,
    es: `sede sindical`,
  },
  columns: `union member*, union dues, union status, trade union*, labor union, labour union, is union, union code, union name, gewerkschaft*, betriebsrat*, syndicat*, sindica*, shop steward`,
};
