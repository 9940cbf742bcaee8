/** What is used of the age library: in a file of its own, loaded when the first body is written or read, as it takes its time. */
export { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
