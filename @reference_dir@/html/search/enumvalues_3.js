var searchData=
[
  ['deadlock_0',['deadlock',['../group__tasks.html#ggae192fa4d7e90a60443ed817d2707772fa34007050c21d09c2760c8c64d291e18e',1,'eyeballs']]],
  ['done_1',['done',['../group__by__name.html#ggafc352174176414b07e58e1c359e60064a6b2ded51d81a4403d8a4bd25fa1e57ee',1,'eyeballs']]]
];
