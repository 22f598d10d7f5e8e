var searchData=
[
  ['colour_0',['colour',['../structeyeballs_1_1timeline__style.html#a57484063747714bc612d38798f28ac02',1,'eyeballs::timeline_style']]]
];
