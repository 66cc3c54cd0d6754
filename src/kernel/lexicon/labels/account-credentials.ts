import type { Labels } from '../entry.ts';

export const accountCredentials: Labels = {
  category: 'account_credentials',
  strong: {
    en: `account password*, login credential*, card number and security code, online banking password*, pin code of card, security answer*`,
    de: `zugangsdaten, kennwort des kontos, kartenprüfnummer*, online-banking-pin`,
    fr: `mot de passe du compte, identifiants de connexion, cryptogramme visuel`,
    es: `contraseña de la cuenta, credenciales de acceso, código de seguridad de la tarjeta`,
  },
  columns: `password*, passwd, pwd, password hash, pin hash, card pin, security answer, secret question, mother maiden name, card number, card pan, credit card number, cc number, cvv, cvc, card security code, iban, bank account*, routing number, sort code, access token, refresh token, otp secret, passwort, kennwort, mot de passe, contrasena, api key`,
};
