System.Console.WriteLine("Strength Days");
