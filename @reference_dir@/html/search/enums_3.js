var searchData=
[
  ['reach_0',['reach',['../structeyeballs_1_1connectivity.html#a8e19165200e52b32fef321cf72e44ec0',1,'eyeballs::connectivity']]],
  ['report_5fstate_1',['report_state',['../group__by__name.html#gafc352174176414b07e58e1c359e60064',1,'eyeballs']]]
];
