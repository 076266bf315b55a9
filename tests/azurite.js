// Azurite's table service for one test run: says which port it got, and ends when the run that holds its input ends.
const { Server } = require('node:net');

const listen = Server.prototype.listen;
Server.prototype.listen = function (...args) {
  this.once('listening', () => console.log(`listening on ${this.address().port}`));
  return listen.apply(this, args);
};
process.stdin.resume();
process.stdin.on('end', () => process.exit());
require('azurite/dist/src/table/main.js');
