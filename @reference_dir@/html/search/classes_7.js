var searchData=
[
  ['nat64_5fprefix_0',['nat64_prefix',['../classeyeballs_1_1nat64__prefix.html',1,'eyeballs']]]
];
