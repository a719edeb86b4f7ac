"""The traveller's screen: the same question in his or her own language, with a picture and three big signs."""
