var searchData=
[
  ['used_0',['used',['../classeyeballs_1_1history__view.html#adc6eeefbc296d20993aa1a3410d8c1d9',1,'eyeballs::history_view']]]
];
