var searchData=
[
  ['history_0',['history',['../classeyeballs_1_1history.html',1,'eyeballs']]],
  ['history_5fview_1',['history_view',['../classeyeballs_1_1history__view.html',1,'eyeballs']]]
];
