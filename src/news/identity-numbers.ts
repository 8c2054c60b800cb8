/** Numbers that are made by rule, so that a chance row of digits is told from a real one. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10x98765432';

/** An identity card of GB 11643: place, date of birth, order, and a check character by ISO 7064 MOD 11-2. */
export function isIdentityCard(text: string): boolean {
  if (!/^[1-8]\d{16}[\dx]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  if (!/^(18|19|20)/.test(birth) || !isDay(birth)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(text.charAt(place)), 0);
  return text.endsWith(checkCharacters.charAt(sum % 11));
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A bank card: a first digit that cards have, 16 to 19 digits, and the check digit of Luhn (ISO/IEC 7812). */
export function isBankCard(digits: string): boolean {
  if (!/^(?:62|4|5[1-5]|3[57])\d+$/.test(digits) || digits.length < 15 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
